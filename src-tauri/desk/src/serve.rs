//! The page for a browser on this computer: loopback only, a random token, files up and papers down with a cap.

use crate::carrier::Carrier;
use axum::{
    Router,
    body::{Body, Bytes},
    extract::{DefaultBodyLimit, Path, Query, Request, State, rejection::BytesRejection},
    http::{HeaderMap, HeaderValue, StatusCode, header},
    middleware::{self, Next},
    response::{IntoResponse, Response},
    routing::{get, post},
};
use office::{
    door::{Answer, Failure},
    error::{Error, Refusal, Result},
    paper::kept_name,
};
use serde::Deserialize;
use serde_json::Value;
use std::{
    net::{Ipv4Addr, SocketAddr},
    path::{Component, PathBuf},
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Duration,
};
use tokio::{sync::Notify, time::sleep};

/// The largest file that a browser may send: the cap of the workbook reader, with room for the request itself.
const LARGEST_UPLOAD: usize = 24 * 1024 * 1024;

/// How long requests may still take when the person ends the program; one that is never sent whole would hold it for ever.
const LAST_REQUESTS: Duration = Duration::from_secs(5);

/// Only our own page may run here, and nothing from elsewhere.
const POLICY: &str = "default-src 'self'; script-src 'self'; worker-src 'self' blob:; style-src 'self'; \
     img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; frame-src 'none'; \
     base-uri 'none'; frame-ancestors 'none'";

/// What serving needs.
pub struct Serving {
    /// The data folder.
    pub carrier: Carrier,
    /// The built page (`ui/dist`).
    pub page: PathBuf,
    /// The port; 0: any that is free.
    pub port: u16,
}

struct Desk {
    carrier: Carrier,
    page: PathBuf,
    token: String,
    uploads: PathBuf,
    uploaded: AtomicU64,
}

/// Serves until the process is ended. `tell` is given the address with its token, once it answers.
pub async fn serve(serving: Serving, tell: impl FnOnce(&str)) -> Result<()> {
    let uploads = serving.carrier.home().folder().join("tray");
    let token = token();
    let desk = Arc::new(Desk {
        carrier: serving.carrier,
        page: serving.page,
        token: token.clone(),
        uploads,
        uploaded: AtomicU64::new(0),
    });
    desk.sweep()?;
    let routes = Router::new()
        .route("/door/{name}", post(door).layer(DefaultBodyLimit::max(LARGEST_UPLOAD)))
        .route("/upload", post(upload).layer(DefaultBodyLimit::max(LARGEST_UPLOAD)))
        .route_layer(middleware::from_fn_with_state(Arc::clone(&desk), only_our_page))
        .route("/", get(page))
        .route("/{*file}", get(page))
        .with_state(Arc::clone(&desk));
    let listener = tokio::net::TcpListener::bind(SocketAddr::from((Ipv4Addr::LOCALHOST, serving.port))).await?;
    tell(&format!("http://{}/#token={token}", listener.local_addr()?));
    let ended = Arc::new(Notify::new());
    let told = Arc::clone(&ended);
    let serving = axum::serve(listener, routes).with_graceful_shutdown(async move {
        // Without a signal handler the process simply ends; the register is whole either way.
        drop(tokio::signal::ctrl_c().await);
        told.notify_one();
    });
    tokio::select! {
        served = serving.into_future() => served?,
        () = async { ended.notified().await; sleep(LAST_REQUESTS).await } => {}
    }
    desk.sweep()?;
    desk.carrier.home().close()
}

/// 128 random bits as hex.
#[allow(clippy::expect_used, reason = "without randomness nothing may be served")]
fn token() -> String {
    let mut bytes = [0_u8; 16];
    getrandom::fill(&mut bytes).expect("BUG: the system has no randomness");
    format!("{:032x}", u128::from_be_bytes(bytes))
}

impl Desk {
    /// Takes away what earlier sessions uploaded.
    fn sweep(&self) -> Result<()> {
        if self.uploads.exists() {
            std::fs::remove_dir_all(&self.uploads)?;
        }
        Ok(())
    }
}

/// A name that another site could have made the browser use is refused, and so is a request without the token.
async fn only_our_page(State(desk): State<Arc<Desk>>, request: Request, next: Next) -> Response {
    if !ours(request.headers(), &desk.token) {
        return StatusCode::FORBIDDEN.into_response();
    }
    next.run(request).await
}

fn ours(headers: &HeaderMap, token: &str) -> bool {
    let told = |name: &str| headers.get(name).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let host = told("host").rsplit_once(':').map_or("", |(host, _)| host);
    matches!(host, "127.0.0.1" | "localhost") && same(told("x-token"), token)
}

/// Equal, looking at every byte whatever the first ones are.
fn same(given: &str, wanted: &str) -> bool {
    given.len() == wanted.len()
        && given.bytes().zip(wanted.bytes()).fold(0, |different, (a, b)| different | (a ^ b)) == 0
}

async fn door(State(desk): State<Arc<Desk>>, Path(name): Path<String>, body: Sent) -> Response {
    let Ok(body) = body else { return too_big() };
    let answered = tokio::task::spawn_blocking(move || match arguments(&body) {
        Ok(arguments) => desk.carrier.call(&name, arguments),
        Err(error) => Err(desk.carrier.failure(&name, error)),
    })
    .await;
    match answered {
        Ok(Ok(Answer::Json(text))) => ([(header::CONTENT_TYPE, "application/json")], text).into_response(),
        Ok(Ok(Answer::Paper(paper))) => {
            let name = encoded(&paper.file_name);
            let headers = [
                (header::CONTENT_TYPE, paper.media.to_owned()),
                (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")),
            ];
            (headers, paper.bytes).into_response()
        }
        Ok(Err(failure)) => refusal(&failure),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// The body of a request, unless it is larger than the cap or was cut off.
type Sent = std::result::Result<Bytes, BytesRejection>;

fn too_big() -> Response {
    let megabytes = LARGEST_UPLOAD / (1024 * 1024);
    let sentence = format!(
        "Tệp hoặc nội dung gửi lên quá lớn (nhiều nhất {megabytes} MB), hoặc chưa gửi xong. Hãy chọn tệp nhỏ hơn rồi gửi lại."
    );
    refusal(&Failure::Refused { refusals: vec![Refusal { field: String::new(), sentence }] })
}

/// No body: a command that asks for nothing.
fn arguments(body: &[u8]) -> Result<Value> {
    if body.is_empty() { Ok(Value::Null) } else { Ok(serde_json::from_slice(body)?) }
}

fn refusal(failure: &Failure) -> Response {
    let status = match failure {
        Failure::Refused { .. } => StatusCode::UNPROCESSABLE_ENTITY,
        Failure::Broken { .. } => StatusCode::INTERNAL_SERVER_ERROR,
    };
    let text = serde_json::to_string(failure).unwrap_or_default();
    (status, [(header::CONTENT_TYPE, "application/json")], text).into_response()
}

/// A file name as a header can carry it (RFC 5987).
fn encoded(name: &str) -> String {
    name.bytes()
        .map(|byte| {
            if byte.is_ascii_alphanumeric() || matches!(byte, b'-' | b'.' | b'_') {
                char::from(byte).to_string()
            } else {
                format!("%{byte:02X}")
            }
        })
        .collect()
}

#[derive(Deserialize)]
struct Upload {
    name: String,
}

/// Takes a file into a folder of its own below the data folder, under its own name without folders.
async fn upload(State(desk): State<Arc<Desk>>, Query(upload): Query<Upload>, body: Sent) -> Response {
    let Ok(body) = body else { return too_big() };
    let answered = tokio::task::spawn_blocking(move || {
        let number = desk.uploaded.fetch_add(1, Ordering::Relaxed);
        let laid = put(&desk.uploads.join(number.to_string()), &upload.name, &body)
            .map_err(|error| desk.carrier.failure("upload", error))
            .and_then(|path| desk.carrier.lay(vec![path]));
        laid.map(|mut lines| lines.pop())
    })
    .await;
    match answered {
        Ok(Ok(line)) => axum::Json(line).into_response(),
        Ok(Err(failure)) => refusal(&failure),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// Writes a file that was sent up into a folder, under its own last name made fit for any system.
pub fn put(folder: &std::path::Path, name: &str, bytes: &[u8]) -> Result<PathBuf> {
    let last = name.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = PathBuf::from(last);
    let only_a_name = matches!(plain.components().collect::<Vec<_>>().as_slice(), [Component::Normal(_)]);
    if !only_a_name || last.contains(['\0', ':']) {
        return Err(Error::refused("files", "Tên tệp không dùng được. Hãy đổi tên tệp rồi chọn lại."));
    }
    std::fs::create_dir_all(folder)?;
    let path = folder.join(kept_name(last));
    std::fs::write(&path, bytes)?;
    Ok(path)
}

/// A file of the built page; anything else is the page itself.
async fn page(State(desk): State<Arc<Desk>>, request: Request) -> Response {
    let asked = request.uri().path().trim_start_matches('/');
    let asked = if asked.is_empty() { "index.html" } else { asked };
    let inside = PathBuf::from(asked).components().all(|part| matches!(part, Component::Normal(_)));
    let found = if inside { tokio::fs::read(desk.page.join(asked)).await.ok() } else { None };
    let Some(bytes) = found else { return StatusCode::NOT_FOUND.into_response() };
    let mut headers = HeaderMap::new();
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static(media(asked)));
    headers.insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(POLICY));
    headers.insert(header::X_CONTENT_TYPE_OPTIONS, HeaderValue::from_static("nosniff"));
    headers.insert(header::REFERRER_POLICY, HeaderValue::from_static("no-referrer"));
    (headers, Body::from(bytes)).into_response()
}

fn media(file: &str) -> &'static str {
    match file.rsplit('.').next().unwrap_or_default() {
        "html" => "text/html; charset=utf-8",
        "js" | "mjs" => "text/javascript; charset=utf-8",
        "css" => "text/css; charset=utf-8",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        "woff2" => "font/woff2",
        "json" => "application/json",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::expect_used, reason = "a test may stop at the first surprise")]

    use super::*;

    #[test]
    fn a_body_that_cannot_be_read_is_not_taken_for_an_empty_one() {
        assert_eq!(arguments(b"").unwrap(), Value::Null);
        for body in [b"not json".as_slice(), b"\xff\xfe", b"{"] {
            assert!(arguments(body).is_err(), "{body:?}");
        }
    }

    #[test]
    fn an_uploaded_name_never_leaves_its_folder() {
        let folder = std::env::temp_dir().join(format!("sovang-upload-{}", std::process::id()));
        for name in ["../../ngoai.xlsx", "..\\..\\ngoai.xlsx", "/etc/ngoai.xlsx", "a/b/trong.xlsx"] {
            let path = put(&folder, name, b"x").unwrap();
            assert_eq!(path.parent().unwrap(), folder);
        }
        for name in ["..", ".", "", "a/..", "C:", "CON:stream", "x\0y"] {
            assert!(put(&folder, name, b"x").is_err(), "{name:?} must be refused");
        }
        std::fs::remove_dir_all(&folder).unwrap();
    }

    #[test]
    fn a_token_fits_only_whole() {
        assert!(same("abc", "abc"));
        assert!(!same("abd", "abc") && !same("ab", "abc") && !same("", "abc"));
    }

    #[test]
    fn a_vietnamese_file_name_travels_in_a_header() {
        assert_eq!(encoded("Quyết định 12.pdf"), "Quy%E1%BA%BFt%20%C4%91%E1%BB%8Bnh%2012.pdf");
    }
}
