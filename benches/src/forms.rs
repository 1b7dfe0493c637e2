//! A form while somebody types: the company is kept, or its document is read each time.

use std::hint::black_box;

use kessai::Service;

use crate::Result;
use crate::scenario::{Scenario, Side};
use crate::setup::Setup;

/// What is typed into the form of the last user.
fn question(setup: Setup) -> String {
    let user = Setup::user_id(setup.users.saturating_sub(1));
    format!(
        r#"{{"form":"user","change":"{user}","input":{{"name":"山田太郎","enabled":false,"limits":{{"transfer":{{"newAccount":"1"}}}}}}}}"#
    )
}

/// One check of a form; `once` says that the document is read for it alone. Both say the same.
///
/// # Errors
///
/// The documents of the setup are not in order, or the answers differ.
pub fn scenario(setup: Setup, once: bool) -> Result<Scenario> {
    let (service, company) = (Service::from_json(&setup.service_json())?, setup.company_json());
    let (forms, question) = (service.forms(&company)?, question(setup));
    let (mut kept, mut read) = (String::new(), String::new());
    forms.check_json(&question, &mut kept)?;
    service.form_json(&company, &question, &mut read)?;
    if kept != read || !kept.contains("\"changed\":[\"/enabled\"") {
        return Err(format!("the form is answered otherwise: {kept}").into());
    }
    let mut out = String::new();
    let engine: Side = Box::new(move |calls| {
        for _ in 0..calls {
            out.clear();
            let answer = if once {
                service.form_json(black_box(&company), black_box(&question), &mut out)
            } else {
                forms.check_json(black_box(&question), &mut out)
            };
            let _ = black_box(answer);
            black_box(&out);
        }
    });
    Ok(Scenario { engine, hand: None })
}
