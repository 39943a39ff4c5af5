//! Names: what the name system says, and what is never believed of it.

use std::net::IpAddr;

use hickory_proto::op::ResponseCode;

use super::*;
use crate::observation::DnsFailure;
use crate::web::names::{NameServer, Said};
use crate::web::server::{Server, page};

fn address(text: &str) -> IpAddr {
    text.parse().unwrap()
}

fn asking(names: &NameServer) -> NetworkOptions {
    let mut options = options();
    options.fetch.resolver = Some(names.address);
    options
}

#[tokio::test]
async fn a_name_is_looked_up_where_the_configuration_says() {
    let server = Server::http(|_| page(200, &[], "found")).await;
    let names = NameServer::start(&[("news.example", Said::Addresses(vec![address("127.0.0.1")]))]).await;
    let fetcher = Fetcher::network(&asking(&names)).unwrap();
    let look = fetcher.look(&request(&format!("http://news.example:{}/", server.address.port()))).await;
    assert_eq!(bytes(&look), b"found");
    assert!(names.asked().iter().all(|name| name == "news.example."));
    assert!(fetcher.heard_anything());
}

#[tokio::test]
async fn every_failure_of_the_name_system_has_a_name() {
    let cases = [
        (Said::NoSuchName, DnsFailure::NoSuchDomain, true),
        (Said::NoData, DnsFailure::NoAddress, true),
        (Said::Error(ResponseCode::ServFail), DnsFailure::ServerFailure, false),
        (Said::Error(ResponseCode::Refused), DnsFailure::ServerFailure, false),
        (Said::Error(ResponseCode::NotImp), DnsFailure::ServerFailure, false),
    ];
    for (said, expected, heard) in cases {
        let told = format!("{said:?}");
        let names = NameServer::start(&[("news.example", said)]).await;
        let fetcher = Fetcher::network(&asking(&names)).unwrap();
        let look = fetcher.look(&request("http://news.example/")).await;
        assert_eq!(no_answer(&look), &NoAnswer::Dns(expected), "{told}");
        assert_eq!(look.observation.retried, [], "{told}");
        assert_eq!(fetcher.heard_anything(), heard, "{told}");
    }
}

#[tokio::test]
async fn a_name_server_that_is_silent_or_mad_is_a_time_out_of_the_name_system() {
    for said in [Said::Silence, Said::Garbage] {
        let names = NameServer::start(&[("news.example", said)]).await;
        let mut options = asking(&names);
        options.fetch.timeout = Duration::from_millis(900);
        let fetcher = Fetcher::network(&options).unwrap();
        let look = fetcher.look(&request("http://news.example/")).await;
        assert_eq!(no_answer(&look), &NoAnswer::Dns(DnsFailure::Timeout));
        assert!(!fetcher.heard_anything());
    }
}

#[tokio::test]
async fn a_name_that_no_name_server_takes_is_a_bad_name() {
    let names = NameServer::start(&[]).await;
    let long = "a".repeat(64);
    for host in [format!("{long}.example"), format!("{}example", "abc.".repeat(80)), "a..example".to_owned()] {
        let look = look(&asking(&names), &format!("http://{host}/")).await;
        assert_eq!(no_answer(&look), &NoAnswer::Dns(DnsFailure::BadName), "{host}");
    }
    assert_eq!(names.asked(), [""; 0]);
}

#[tokio::test]
async fn one_private_answer_refuses_them_all() {
    let inside = Server::http(|_| page(200, &[], "inside")).await;
    for answers in [["127.0.0.1", "203.0.114.7"], ["203.0.114.7", "127.0.0.1"], ["10.0.0.1", "127.0.0.1"]] {
        let said = Said::Addresses(answers.iter().map(|text| address(text)).collect());
        let names = NameServer::start(&[("news.example", said)]).await;
        let guarded = NetworkOptions { allow_private: Vec::new(), ..asking(&names) };
        let look = look(&guarded, "http://news.example:8080/").await;
        assert!(matches!(skip(&look), Skip::PrivateAddress(_)), "{answers:?} {:?}", look.observation);
    }
    assert_eq!(inside.connections(), 0);
}

#[tokio::test]
async fn a_name_that_moves_inside_between_two_hops_is_refused() {
    let outside = Server::http(|asked| match asked.target.as_str() {
        "/" => page(302, &[("Location", "/again"), ("Connection", "close")], ""),
        _ => page(200, &[], "inside"),
    })
    .await;
    let said = Said::Changing(vec![vec![address("127.0.0.1")], vec![address("127.0.0.1")], vec![address("10.0.0.1")]]);
    let names = NameServer::start(&[("news.example", said)]).await;
    let allow_private = vec!["127.0.0.1/32".parse().unwrap()];
    let url = format!("http://news.example:{}/", outside.address.port());
    let look = look(&NetworkOptions { allow_private, ..asking(&names) }, &url).await;
    assert_eq!(skip(&look), &Skip::PrivateAddress("10.0.0.1".to_owned()));
    assert_eq!(outside.targets(), ["/"]);
}

#[tokio::test]
async fn local_names_are_refused_without_asking() {
    let names = NameServer::start(&[]).await;
    let guarded = NetworkOptions { allow_private: Vec::new(), ..asking(&names) };
    for host in ["localhost", "intranet", "printer.local", "db.internal"] {
        assert_eq!(skip(&look(&guarded, &format!("http://{host}/")).await), &Skip::PrivateAddress(host.to_owned()));
    }
    assert_eq!(names.asked(), [""; 0]);
}

#[tokio::test]
async fn a_local_name_that_nobody_here_knows_is_local_and_not_gone() {
    for said in [Said::NoSuchName, Said::NoData, Said::Error(ResponseCode::Refused)] {
        let names = NameServer::start(&[("nas.local", said.clone()), ("printer", said)]).await;
        for host in ["nas.local", "printer"] {
            let look = look(&asking(&names), &format!("http://{host}/")).await;
            assert_eq!(skip(&look), &Skip::PrivateAddress(host.to_owned()));
            assert_eq!(look.observation.retried, []);
        }
    }
}

#[tokio::test]
async fn a_local_name_that_is_known_here_is_asked_where_its_address_is_allowed() {
    let server = Server::http(|_| page(200, &[], "inside")).await;
    let names = NameServer::start(&[("nas.local", Said::Addresses(vec![address("127.0.0.1")]))]).await;
    let look = look(&asking(&names), &format!("http://nas.local:{}/", server.address.port())).await;
    assert_eq!(bytes(&look), b"inside");
}
