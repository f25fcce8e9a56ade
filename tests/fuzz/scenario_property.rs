//! What must hold for the bytes of any file. A fuzzer looks for those for which it does not; the tests
//! of the program hold it for what was found.

use suanli::scenario::file::{parse, to_ron};
use suanli::text::Language;

/// Any bytes are a scenario that survives its file, or are refused in words.
pub fn scenario(bytes: &[u8]) {
    match parse(bytes) {
        Ok(scenario) => {
            let text = to_ron(&scenario);
            let read = parse(text.as_bytes()).unwrap_or_else(|found| panic!("{found:?} in {text}"));
            assert_eq!(read, scenario, "{text}");
            // Equal numbers may differ in their bits; their texts would differ, too.
            assert_eq!(to_ron(&read), text);
        }
        Err(problems) => {
            assert!(!problems.is_empty());
            for problem in problems {
                for language in [Language::En, Language::Zh] {
                    assert!(!problem.one_line(language).contains('\n'));
                    assert!(!problem.render("a.ron", language).is_empty());
                }
            }
        }
    }
}
