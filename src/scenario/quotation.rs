//! Where a place of a text stands in a file that has the text in quotes.

/// A text as it stands in a file, quotes and escapes included, followed from its beginning.
pub(super) struct Quotation<'a> {
    quoted: &'a str,
    /// How far it has been followed, in bytes of the file.
    written: usize,
    /// The same place in bytes of the text itself.
    said: usize,
    /// Does every character stand for itself?
    is_raw: bool,
}

impl<'a> Quotation<'a> {
    pub fn new(quoted: &'a str) -> Self {
        Self {
            quoted,
            written: quoted.find('"').map_or(0, |quote| quote + 1),
            said: 0,
            is_raw: quoted.starts_with('r'),
        }
    }

    /// Where a place of the text, in bytes, stands in the quotation; places must go forward.
    pub fn place(&mut self, said: usize) -> usize {
        while !self.rest().is_empty() && (self.said < said || self.is_continued()) {
            let (written, said) = self.next();
            self.written += written;
            self.said += said;
        }
        self.written.min(self.quoted.len())
    }

    fn rest(&self) -> &'a str {
        self.quoted.get(self.written..).unwrap_or_default()
    }

    /// Does a backslash stand here that takes away the end of the line?
    fn is_continued(&self) -> bool {
        !self.is_raw && (self.rest().starts_with("\\\n") || self.rest().starts_with("\\\r"))
    }

    /// How many bytes the next character takes in the file and in the text.
    fn next(&self) -> (usize, usize) {
        let rest = self.rest();
        let mut characters = rest.chars();
        let first = characters.next().map_or(1, char::len_utf8);
        if self.is_raw || !rest.starts_with('\\') {
            return (first, first);
        }
        match characters.next() {
            Some('u') => {
                let end = rest.find('}').unwrap_or(rest.len());
                let code = rest
                    .get(3..end)
                    .and_then(|code| u32::from_str_radix(code, 16).ok());
                (
                    end + 1,
                    code.and_then(char::from_u32).map_or(1, char::len_utf8),
                )
            }
            // Two digits stand for a byte.
            Some('x') => (4, 1),
            Some('\n' | '\r') => {
                let after = rest[1..].trim_start_matches([' ', '\t', '\n', '\r']);
                (rest.len() - after.len(), 0)
            }
            _ => (2, 1),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_is_found_whatever_the_escapes() {
        for quoted in [
            r#""a{b""#,
            r#""算力{""#,
            r#""\"\\\n\t\u{7b97}\x41{\u{1F600}{""#,
            r##"r#"a " \n {"#"##,
            "\"a \\\n      {b\"",
            "\"a\\\r\n  {b\"",
        ] {
            let text: String = ron::from_str(quoted).expect("RON");
            let mut quotation = Quotation::new(quoted);
            for (at, _) in text.match_indices('{') {
                let place = quotation.place(at);
                assert!(
                    quoted[place..].starts_with('{'),
                    "{quoted}: {at} is at {place}"
                );
            }
        }
    }

    #[test]
    fn beyond_the_end_is_the_end() {
        assert_eq!(Quotation::new("\"ab\"").place(100), 4);
        assert_eq!(Quotation::new("\"a\\").place(100), 3);
    }
}
