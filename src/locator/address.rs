//! Which IP addresses are public. Everything else is refused, because a document must not make us ask a machine that
//! only we can reach.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use ipnet::IpNet;

/// IPv4 blocks that are not public: the first address and the length of the prefix. From the special-purpose registry
/// of the IANA, with multicast and the 6to4 relays, which are nobody's web server.
const NOT_PUBLIC_V4: [([u8; 4], u32); 15] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
];

/// The only IPv6 block that is given out to the public. Every block that embeds an IPv4 address, 6to4 and Teredo aside,
/// lies outside it: mapped, compatible, translated and NAT64 addresses are refused whatever they embed.
const GLOBAL_V6: (Ipv6Addr, u32) = (Ipv6Addr::new(0x2000, 0, 0, 0, 0, 0, 0, 0), 3);

/// Blocks within [`GLOBAL_V6`] that are not public: protocol assignments (Teredo, ORCHID, benchmarking), documentation,
/// 6to4, documentation again.
const NOT_PUBLIC_V6: [(Ipv6Addr, u32); 4] = [
    (Ipv6Addr::new(0x2001, 0, 0, 0, 0, 0, 0, 0), 23),
    (Ipv6Addr::new(0x2001, 0xdb8, 0, 0, 0, 0, 0, 0), 32),
    (Ipv6Addr::new(0x2002, 0, 0, 0, 0, 0, 0, 0), 16),
    (Ipv6Addr::new(0x3fff, 0, 0, 0, 0, 0, 0, 0), 20),
];

/// Networks that are allowed although they are not public.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Allow {
    /// As `--allow-private` names them.
    pub nets: Vec<IpNet>,
}

impl Allow {
    /// Whether `address` may be connected to: it is public, or one of the networks holds it.
    pub fn permits(&self, address: IpAddr) -> bool {
        is_public(address) || self.names(address)
    }

    /// Whether one of the networks holds `address`. A mapped address counts as the IPv4 address that a socket reaches
    /// with it.
    pub fn names(&self, address: IpAddr) -> bool {
        let reached = address.to_canonical();
        self.nets.iter().any(|net| net.contains(&address) || net.contains(&reached))
    }
}

/// Whether `address` is one that anybody on the internet reaches alike.
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => !NOT_PUBLIC_V4.iter().any(|&(net, length)| {
            let mask = u32::MAX << (u32::BITS - length);
            (address.to_bits() ^ Ipv4Addr::from(net).to_bits()) & mask == 0
        }),
        IpAddr::V6(address) => {
            lies_in(address, GLOBAL_V6)
                && !NOT_PUBLIC_V6.iter().any(|&net| lies_in(address, net))
                && !is_tunnel_within_a_site(address)
        }
    }
}

/// An ISATAP address (RFC 5214, 6.1), in any block: the last half of it names an IPv4 host behind a tunnel.
fn is_tunnel_within_a_site(address: Ipv6Addr) -> bool {
    let [.., kind, mark, _, _] = address.segments();
    mark == 0x5efe && matches!(kind, 0 | 0x0200)
}

fn lies_in(address: Ipv6Addr, (net, length): (Ipv6Addr, u32)) -> bool {
    (address.to_bits() ^ net.to_bits()) & (u128::MAX << (u128::BITS - length)) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(address: &str, public: bool) {
        assert_eq!(is_public(address.parse().unwrap()), public, "{address}");
    }

    #[test]
    fn the_first_and_last_address_of_every_refused_block_is_refused_and_its_neighbours_are_not() {
        for (inside, outside) in [
            (["0.0.0.0", "0.255.255.255"], ["1.0.0.0", "9.255.255.255"]),
            (["10.0.0.0", "10.255.255.255"], ["9.255.255.255", "11.0.0.0"]),
            (["100.64.0.0", "100.127.255.255"], ["100.63.255.255", "100.128.0.0"]),
            (["127.0.0.0", "127.255.255.255"], ["126.255.255.255", "128.0.0.0"]),
            (["169.254.0.0", "169.254.255.255"], ["169.253.255.255", "169.255.0.0"]),
            (["172.16.0.0", "172.31.255.255"], ["172.15.255.255", "172.32.0.0"]),
            (["192.0.0.0", "192.0.0.255"], ["191.255.255.255", "192.0.1.0"]),
            (["192.0.2.0", "192.0.2.255"], ["192.0.1.255", "192.0.3.0"]),
            (["192.88.99.0", "192.88.99.255"], ["192.88.98.255", "192.88.100.0"]),
            (["192.168.0.0", "192.168.255.255"], ["192.167.255.255", "192.169.0.0"]),
            (["198.18.0.0", "198.19.255.255"], ["198.17.255.255", "198.20.0.0"]),
            (["198.51.100.0", "198.51.100.255"], ["198.51.99.255", "198.51.101.0"]),
            (["203.0.113.0", "203.0.113.255"], ["203.0.112.255", "203.0.114.0"]),
            (["224.0.0.0", "255.255.255.255"], ["223.255.255.255", "8.8.8.8"]),
            (["2001::", "2001:1ff:ffff::"], ["2001:200::", "2000:ffff::"]),
            (["2001:db8::", "2001:db8:ffff::"], ["2001:db7::", "2001:db9::"]),
            (["2002::", "2002:808:808::1"], ["2003::", "2001:4860::8888"]),
            (["3fff::", "3fff:fff::"], ["3ffe::", "3fff:1000::"]),
            (["1fff::", "4000::"], ["2000::", "3fff:ffff::"]),
        ] {
            for (inside, outside) in inside.into_iter().zip(outside) {
                check(inside, false);
                check(outside, true);
            }
        }
    }

    #[test]
    fn an_address_that_embeds_another_is_refused_whatever_it_embeds() {
        for address in [
            "::",
            "::1",
            "::8.8.8.8",
            "::ffff:127.0.0.1",
            "::ffff:8.8.8.8",
            "::ffff:0:8.8.8.8",
            "64:ff9b::8.8.8.8",
            "64:ff9b:1::8.8.8.8",
            "fc00::1",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "100::1",
            "5f00::1",
            "2001:0:4136:e378:8000:63bf:3fff:fdd2",
            "2620:0:1::5efe:8.8.8.8",
            "2620:0:1::200:5efe:8.8.8.8",
        ] {
            check(address, false);
        }
    }

    #[test]
    fn a_network_that_is_named_is_allowed() {
        let allow = Allow { nets: vec!["127.0.0.0/8".parse().unwrap()] };
        for (address, permitted) in
            [("127.0.0.1", true), ("::ffff:127.0.0.1", true), ("10.0.0.1", false), ("8.8.8.8", true), ("::1", false)]
        {
            assert_eq!(allow.permits(address.parse().unwrap()), permitted, "{address}");
        }
    }
}
