//! Finding things by words that are in their names.

/// Is each of the words in one of the texts? Case does not count; no words are in everything.
pub fn holds<'a>(words: &str, texts: impl IntoIterator<Item = &'a str>) -> bool {
    let words = words.to_lowercase();
    if words.trim().is_empty() {
        return true;
    }
    let texts: Vec<String> = texts.into_iter().map(str::to_lowercase).collect();
    words
        .split_whitespace()
        .all(|word| texts.iter().any(|text| text.contains(word)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_word_must_be_somewhere_and_case_does_not_count() {
        let texts = ["收入：HBM 存储", "Revenue: HBM", "rev_hbm"];
        for words in [
            "",
            "  ",
            "hbm",
            "HBM",
            "revenue hbm",
            "hbm 收入",
            "收入：HBM 存储",
        ] {
            assert!(holds(words, texts), "{words}");
        }
        assert!(!holds("hbm profit", texts));
    }
}
