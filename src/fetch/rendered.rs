//! What a browser made of a page, as a look like any other: from the browser, or from recorded files.

use tokio::time::Instant;

use super::body::{self, KeepRaw, Payload, Plan};
use super::headers::{first_text, kept};
use super::{Fetcher, Look, Source};
use crate::observation::exchange::{Exchange, ExchangeAnswer};
use crate::observation::{Answer, Observation, Outcome, rendering};

impl Fetcher {
    /// What a browser made of `page` when the files were recorded.
    pub(crate) async fn recorded_rendering(&self, page: &str) -> Option<Look> {
        let Source::Replay { files, as_of } = &self.source else { return None };
        let exchange = files.find(&rendering::address(page), *as_of)?;
        Some(self.rendered_look(exchange).await)
    }

    /// The look that an exchange with a browser was.
    pub(super) async fn rendered_look(&self, exchange: Exchange) -> Look {
        let (mut room, mut read) = (None, None);
        let outcome = match &exchange.answer {
            ExchangeAnswer::Response(response) => {
                let payload = Payload::Kept(response.payload.clone(), response.end);
                let content_type = first_text(&response.headers, "content-type");
                let plan =
                    Plan { coding: "", content_type: content_type.as_deref(), most: None, keep_raw: KeepRaw::No };
                let body = body::read(payload, &plan, Instant::now(), &self.budget).await;
                room = body.room();
                let answer = Answer {
                    final_url: first_text(&response.headers, "content-location").unwrap_or_default(),
                    status: response.status,
                    content_type,
                    headers: kept(&response.headers),
                    bytes: body.body.bytes.len() as u64,
                    sha256: body.sha256(),
                    body: body.end.clone(),
                    peer: None,
                    unchanged_since: None,
                    signs: None,
                    quote_found: false,
                    probe: None,
                    shared: None,
                };
                read = body.decoded();
                Outcome::Answered(answer)
            }
            ExchangeAnswer::NoAnswer(why) => Outcome::NoAnswer(why.clone()),
            ExchangeAnswer::Skipped(why) => Outcome::Skipped(why.clone()),
        };
        let observation = Observation {
            url: exchange.url.clone(),
            observed_at: exchange.sent_at,
            hops: Vec::new(),
            retried: Vec::new(),
            outcome,
            elapsed_ms: 0,
            cut_off: false,
            replayed: false,
        };
        let recorded = matches!(&self.source, Source::Network(on) if on.keep == KeepRaw::Yes);
        let exchanges = if recorded { vec![exchange] } else { Vec::new() };
        Look { observation, body: read, exchanges, room, trail: None }
    }
}
