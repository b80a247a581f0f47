//! The blocs of a year: a plan to six of them, each with a head and a deputy, compacts signed, papers made.

use serde_json::{Value, json};
use stories::through_the_door::{Desk, day};

const BLOCS: [&str; 6] = ["Cơ quan", "Xã, thị trấn", "Mầm non", "Tiểu học", "THCS", "Doanh nghiệp"];

/// Six blocs of four units each, led by the first two of each in the year.
fn six_blocs(desk: &mut Desk, year: i32) -> Vec<(Value, Vec<Value>)> {
    (1..=6)
        .zip(BLOCS)
        .map(|(no, name)| {
            let name = format!("Khối {name}");
            let bloc = desk.call("units.set_bloc", json!({ "no": no, "name": name }))["value"].clone();
            let units: Vec<Value> = (1..=4)
                .map(|at| {
                    let unit = json!({ "draft": {
                        "code": format!("VT{no}{at}"), "name": format!("CĐCS {name} số {at}"), "level": "grassroots_union",
                        "kind": "khac", "sector": "public", "calendar": "year", "bloc": bloc,
                    }});
                    desk.call("units.establish", unit)["value"].clone()
                })
                .collect();
            let years = json!([{ "year": year, "head": units[0], "deputy": units[1] }]);
            desk.call("units.set_bloc", json!({ "id": bloc, "no": no, "name": name, "years": years }));
            (bloc, units)
        })
        .collect()
}

#[test]
fn s7_a_plan_to_six_blocs_each_with_head_and_deputy_compacts_signed_and_papers_made() {
    let mut desk = Desk::on(day(2024, 2, 20));
    let blocs = six_blocs(&mut desk, 2024);
    desk.call(
        "documents.save",
        json!({
            "direction": "out", "kind": "ke_hoach", "number": "80/KH-LĐLĐ", "dated": "2024-01-10", "party": "Các khối thi đua",
            "summary": "Kế hoạch công tác thi đua năm 2024", "note": "",
        }),
    );
    let plan = json!({
        "year": 2024, "document": "Kế hoạch 80/KH-LĐLĐ ngày 10/01/2024", "carry_over": true, "signed_on": "2024-01-25",
        "place": "Vân Trạch",
        "items": [
            { "content": "Phát động phong trào thi đua đến đoàn viên", "target": "100 % CĐCS" },
            { "content": "Đăng ký sáng kiến", "target": "Mỗi CĐCS ít nhất 2 sáng kiến" },
        ],
    });
    assert_eq!(desk.call("compacts.begin", plan)["value"], 6);

    for (bloc, units) in &blocs {
        let of = json!({ "bloc": bloc, "year": 2024 });
        let signers: Vec<Value> = units
            .iter()
            .map(|unit| json!({ "unit": unit, "signer": format!("Nguyễn Văn {unit}"), "post": "Chủ tịch" }))
            .collect();
        desk.call("compacts.sign", json!({ "of": of, "signers": signers, "on": "2024-01-25" }));
    }
    let year = desk.call("compacts.year", json!({ "year": 2024 }));
    let lines = year["blocs"].as_array().unwrap();
    assert_eq!(lines.len(), 6);
    for line in lines {
        assert!(line["head_name"] != "" && line["deputy_name"] != "" && line["head"] != line["deputy"], "{line}");
        assert_eq!((&line["signed"], &line["units"], &line["items"]), (&json!(4), &json!(4), &json!(2)), "{line}");
    }
    let all = json!({ "year": 2024 });
    for paper in ["compacts.pdf", "compacts.docx"] {
        assert!(desk.paper(paper, all.clone()).bytes.len() > 4_000, "{paper}");
    }
    let one = desk.paper("compacts.pdf", json!({ "year": 2024, "bloc": blocs[0].0 }));
    assert_eq!(one.file_name, "Giao ước thi đua Khối Cơ quan năm 2024.pdf");
    let text = read(&desk, &one);
    for words in
        ["BẢN GIAO ƯỚC THI ĐUA", "100 % CĐCS", "DANH SÁCH KÝ GIAO ƯỚC THI ĐUA", "KHỐI CƠ QUAN", "Căn cứ Kế hoạch 80"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }

    year_ends(&mut desk, &blocs);
}

/// In December each bloc meets: the third unit is elected head, the fourth deputy, the first is acclaimed.
fn year_ends(desk: &mut Desk, blocs: &[(Value, Vec<Value>)]) {
    desk.clock.advance(chrono::TimeDelta::days(300));
    for (bloc, units) in blocs {
        let votes = json!([
            { "what": "head", "unit": units[2], "votes": 3 }, { "what": "head", "unit": units[3], "votes": 1 },
            { "what": "deputy", "unit": units[3], "votes": 4 },
            { "what": "acclaim", "unit": units[0], "award": "Cờ thi đua của LĐLĐ tỉnh", "votes": 4 },
            { "what": "acclaim", "unit": units[1], "award": "Bằng khen", "votes": 2 },
        ]);
        let meeting = json!({
            "bloc": bloc, "year": 2024, "held_on": "2024-12-10", "began": "08:00", "ended": "11:00", "place": "Hội trường huyện",
            "chair": "Nguyễn Văn An", "secretary": "Trần Thị Bình", "units": 4, "present": 4, "votes": votes,
        });
        desk.call("compacts.set_meeting", meeting);
        desk.call("compacts.elect", json!({ "bloc": bloc, "year": 2024 }));
    }
    let next = desk.call("compacts.year", json!({ "year": 2025 }));
    for (line, (_, units)) in next["blocs"].as_array().unwrap().iter().zip(blocs) {
        assert_eq!((&line["head"], &line["deputy"]), (&units[2], &units[3]), "{line}");
    }
    desk.call("years.open", json!({ "year": 2025, "heads": true, "shortcomings": false, "targets": false }));
    assert_eq!(desk.call("compacts.begin", json!({ "year": 2025, "carry_over": true }))["value"], 6);
    let record = desk.call("compacts.get", json!({ "bloc": blocs[5].0, "year": 2025 }));
    assert_eq!(record["draft"]["items"][0]["target"], "100 % CĐCS");

    let minutes = desk.paper("compacts.minutes_pdf", json!({ "year": 2024, "bloc": blocs[2].0 }));
    let text = read(desk, &minutes);
    for words in ["BIÊN BẢN", "08 giờ 00", "có mặt 4 trong 4 đơn vị", "Khối trưởng năm 2025", "75,0 %"]
    {
        assert!(text.contains(words), "{words} in {text}");
    }
    let acclaim = desk.paper("compacts.acclaim_pdf", json!({ "year": 2024 }));
    let text = read(desk, &acclaim);
    assert!(
        text.contains("KẾT QUẢ SUY TÔN") && text.contains("Được suy tôn") && text.contains("Chưa đủ phiếu"),
        "{text}"
    );
    assert!(desk.paper("compacts.acclaim_xlsx", json!({ "year": 2024 })).bytes.starts_with(b"PK"));
}

/// The words of a PDF in one line.
fn read(desk: &Desk, paper: &office::paper::Paper) -> String {
    let path = desk.put(paper);
    let text =
        stories::through_the_door::printed_by("pdftotext", &["-layout".as_ref(), path.as_os_str(), "-".as_ref()]);
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
