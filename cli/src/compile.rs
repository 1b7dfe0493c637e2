//! `kessai compile`: a service and a company, or the part of one user, as an image.

use std::path::PathBuf;

use kessai::Company;
use kessai::image::ImageVersion;
use serde_json::json;

use crate::change;
use crate::documents::load;
use crate::figures::grouped_text;
use crate::input::{self, Kind};
use crate::page::{BOLD, DIM, paint, visible};
use crate::session::{Failure, Session, Status};

/// `kessai compile`.
#[derive(Debug, clap::Args)]
#[command(after_help = "\
The image has what decides, for this engine's version of images alone, and not the documents: forms need those.

Exit status: 0 written, 1 a document has errors, 2 a file cannot be read or written, or there is no such user.

With --format json: {\"written\",\"bytes\",\"documents\",\"version\",\"service\":{\"id\",\"version\",\"digest\"},\"company\":{\"id\",\"digest\"},\"user\"}.

Examples:
  kessai compile service.json company.json -o acme.kessai
  kessai compile service.json company.json --user taro01 -o taro01.kessai
  kessai evaluate taro01.kessai request.json")]
pub struct CompileArgs {
    /// The bank's document
    pub service: PathBuf,
    /// The customer's document
    pub company: PathBuf,
    /// Only the part of this user: he, and what approvals ask of others
    #[arg(long, value_name = "ID")]
    pub user: Option<String>,
    /// Where to write the image; a file that is there is replaced
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
}

pub fn run(args: &CompileArgs, session: &mut Session) -> Result<Status, Failure> {
    let service = input::read(&args.service, Kind::Document, session)?;
    let company = input::read(&args.company, Kind::Document, session)?;
    let Some(loaded) = load(&service, &company, session) else { return Ok(Status::Bad) };
    let loaded = match &args.user {
        Some(user) => loaded.part(user).ok_or_else(|| no_user(user, session))?,
        None => loaded,
    };
    let image = loaded.to_image();
    change::put(&args.output, &image).map_err(|fault| input::unwritable(&args.output, &fault, session))?;
    let documents = service.text.len().saturating_add(company.text.len());
    tell(&loaded, args, [image.len(), documents], session);
    Ok(Status::Good)
}

fn no_user(user: &str, session: &Session) -> Failure {
    let user = visible(user);
    Failure::new(session.say(
        format!("the company has no user `{user}`"),
        format!("企業に利用者「{user}」は登録されていません"),
    ))
}

fn tell(company: &Company, args: &CompileArgs, [bytes, documents]: [usize; 2], session: &mut Session) {
    let service = company.service();
    let written = args.output.display().to_string();
    let version = ImageVersion::CURRENT.to_string();
    if session.is_json() {
        session.page.json(&json!({
            "written": written, "bytes": bytes, "documents": documents, "version": version,
            "service": { "id": service.id(), "version": service.version(), "digest": service.digest() },
            "company": { "id": company.id(), "digest": company.digest() },
            "user": args.user,
        }));
        return;
    }
    let [bytes, documents] = [bytes, documents].map(|count| grouped_text(&count.to_string()));
    let title = session.say("written", "作成しました");
    session.page.line(format!("{}: {}", paint(BOLD, title), visible(&written)));
    let sizes = session.say(
        format!("{bytes} bytes, made of documents of {documents}; image version {version}"),
        format!("{bytes} バイト（文書は {documents} バイト）、イメージのバージョン {version}"),
    );
    session.page.line(format!("  {sizes}"));
    let rows = [
        (session.say("service", "サービス"), service.id(), service.digest()),
        (session.say("company", "企業"), company.id(), company.digest()),
    ];
    for (what, id, digest) in rows {
        session.page.line(format!("  {what} {} {}", visible(id), paint(DIM, digest)));
    }
    if let Some(user) = &args.user {
        let user = visible(user);
        let text = session.say(format!("the part of `{user}`"), format!("利用者「{user}」に関する部分"));
        session.page.line(format!("  {text}"));
    }
}
