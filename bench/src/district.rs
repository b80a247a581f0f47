//! An office to be measured: people with names as they are, founded and asked through the door as the page does it.

use std::{
    path::Path,
    sync::Arc,
    time::{Duration, Instant},
};

use office::{
    clock::ComputerClock,
    door::{self, Answer},
    home::{Home, Which},
    host::HostDraft,
    journal::What,
    members::{self, MemberDraft},
    units::UnitId,
};
use serde_json::{Value, json};

use crate::Outcome;

const FILL: What = What::new("bench.fill", "Nạp dữ liệu đo");
const FAMILY: [&str; 14] =
    ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô"];
const MIDDLE: [&str; 13] =
    ["Thị", "Văn", "Thị Thu", "Đức", "Hữu", "Thị Ngọc", "Minh", "Quang", "Thị Kim", "Xuân", "Thanh", "Bảo", "Thị Bích"];
const GIVEN: [&str; 29] = [
    "Anh",
    "Bình",
    "Chi",
    "Cường",
    "Dung",
    "Dũng",
    "Dương",
    "Đạt",
    "Giang",
    "Hà",
    "Hạnh",
    "Hiếu",
    "Hường",
    "Hương",
    "Khánh",
    "Lan",
    "Linh",
    "Long",
    "Mai",
    "Nga",
    "Nguyệt",
    "Phượng",
    "Quỳnh",
    "Sơn",
    "Thắng",
    "Trang",
    "Tuấn",
    "Vinh",
    "Yến",
];
/// The word of this list that a number stands for; different lists go round at different speeds.
fn pick<const N: usize>(words: [&'static str; N], number: usize, stride: usize) -> &'static str {
    words.get(number.wrapping_mul(stride).wrapping_add(number / 97) % N).copied().unwrap_or_default()
}

/// A member; the same number is always the same person.
fn person(number: usize) -> Outcome<MemberDraft> {
    let name = format!("{} {} {}", pick(FAMILY, number, 5), pick(MIDDLE, number / 3, 7), pick(GIVEN, number, 11));
    Ok(serde_json::from_value(json!({
        "full_name": name,
        "gender": if name.contains(" Thị") { "nu" } else { "nam" },
        "birth": null,
        "citizen_id": format!("0360{:08}", number * 7919 % 100_000_000),
        "phone": format!("09{:08}", number * 104_729 % 100_000_000),
        "position": "Công nhân may",
    }))?)
}

/// An office in the folder.
pub fn founded(folder: &Path, profile: &Path) -> Outcome<Home> {
    let mut home = Home::new(folder.to_path_buf(), Arc::new(ComputerClock), None);
    let host: HostDraft = serde_json::from_slice(&std::fs::read(profile)?)?;
    home.found(Which::Office, host, "Đo tốc độ", None, |_| Ok(()))?;
    Ok(home)
}

/// One command through the door.
pub fn ask(home: &mut Home, command: &str, arguments: Value) -> Outcome<Value> {
    match door::call(home, command, arguments) {
        Ok(Answer::Json(text)) => Ok(serde_json::from_str(&text)?),
        Ok(Answer::Paper(paper)) => Err(paper.file_name.into()),
        Err(failure) => Err(format!("{command}: {failure:?}").into()),
    }
}

/// Units in blocs of twelve, the first two of each its head and deputy in the year before and this year.
pub fn establish(home: &mut Home, units: usize, years: [i32; 2]) -> Outcome<Vec<UnitId>> {
    let mut made = Vec::new();
    for (no, first) in (0..units).step_by(12).enumerate() {
        let bloc = json!({ "no": no + 1, "name": format!("Khối thi đua số {}", no + 1) });
        let bloc = value(ask(home, "units.set_bloc", bloc)?)?;
        for number in first..units.min(first + 12) {
            let unit = json!({
                "code": format!("VT{:04}", number + 1), "name": format!("CĐCS Công ty TNHH May Hoài Giang số {}", number + 1),
                "level": "grassroots_union", "kind": "dn_fdi", "sector": "foreign", "calendar": "year", "bloc": bloc,
            });
            made.push(UnitId(value(ask(home, "units.establish", json!({ "draft": unit }))?)?));
        }
        let (head, deputy) = (made.get(first), made.get(first + 1));
        let led = years.map(|year| json!({ "year": year, "head": head, "deputy": deputy }));
        let bloc = json!({ "id": bloc, "no": no + 1, "name": format!("Khối thi đua số {}", no + 1), "years": led });
        ask(home, "units.set_bloc", bloc)?;
    }
    Ok(made)
}

/// The number that an act answers.
fn value(answer: Value) -> Outcome<i64> {
    Ok(answer.get("value").and_then(Value::as_i64).ok_or("the act answers no key")?)
}

/// Members, each unit in its turn.
pub fn fill(home: &mut Home, people: usize, units: &[UnitId]) -> Outcome {
    let drafts = (0..people).map(person).collect::<Outcome<Vec<_>>>()?;
    home.office()?.act(FILL, |pen| {
        for (draft, unit) in drafts.iter().zip(units.iter().cycle()) {
            members::insert(pen, draft, *unit, None)?;
        }
        Ok(())
    })?;
    Ok(())
}

/// "12.345".
pub fn milliseconds(time: Duration) -> String {
    format!("{}.{:03}", time.as_millis(), time.subsec_micros() % 1000)
}

/// The time below which so many of a hundred lie.
pub fn percentile(times: &mut [Duration], hundredth: usize) -> Duration {
    times.sort_unstable();
    times.get((times.len() * hundredth / 100).min(times.len().saturating_sub(1))).copied().unwrap_or_default()
}

/// Does the work and keeps how long it took.
pub fn timed<T>(times: &mut Vec<Duration>, work: impl FnOnce() -> Outcome<T>) -> Outcome<T> {
    let began = Instant::now();
    let done = work()?;
    times.push(began.elapsed());
    Ok(done)
}
