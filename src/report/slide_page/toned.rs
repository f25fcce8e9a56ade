//! Words in several colours, broken into lines.

use crate::report::drawing::pen::Type;
use crate::report::drawing::{Align, Drawing, Place};
use crate::report::spoken::plain;
use crate::scenario::speech::Tone;
use crate::theme::Role;

/// Marks at which a sentence pauses.
const PAUSES: [char; 9] = [',', ';', ':', '.', '，', '；', '：', '。', '、'];
/// Parts of the width in which a better place for a break is sought.
const NARROWER: [f32; 6] = [0.94, 0.88, 0.82, 0.76, 0.7, 0.64];

/// Lines of words with the tone of each letter.
pub struct TonedLines {
    lines: Vec<Vec<(char, Tone)>>,
}

impl TonedLines {
    /// Breaks words into lines, at most so many.
    pub fn new(spoken: &[(Tone, String)], set: Type, width: f32, most: usize) -> Self {
        let lines = broken(&plain(spoken), set, width, most);
        let toned = |(tone, words): &(Tone, String)| {
            let tone = *tone;
            words
                .chars()
                .map(move |letter| (letter, tone))
                .collect::<Vec<_>>()
        };
        let mut letters = spoken.iter().flat_map(toned).peekable();
        let mut last = Tone::Plain;
        let mut line = |words: &String| {
            let mut of = |wanted: char| {
                // Spaces that a break swallowed, and nothing for the sign that something is cut.
                while letters
                    .next_if(|&(letter, _)| letter != wanted && letter.is_whitespace())
                    .is_some()
                {}
                if let Some((_, tone)) = letters.next_if(|&(letter, _)| letter == wanted) {
                    last = tone;
                }
                (wanted, last)
            };
            words.chars().map(&mut of).collect()
        };
        Self {
            lines: lines.iter().map(&mut line).collect(),
        }
    }

    /// How many lines there are.
    pub fn count(&self) -> usize {
        self.lines.len()
    }

    /// Writes them from a height down, each `step` below the one before.
    pub fn draw(&self, drawing: &mut Drawing, (x, y): Place, step: f32, set: Type) {
        for (line, index) in self.lines.iter().zip(0_u8..) {
            let middle = y + f32::from(index) * step;
            let mut before = String::new();
            for run in line.chunk_by(|a, b| a.1 == b.1) {
                let words: String = run.iter().map(|(letter, _)| letter).collect();
                let at = (x + set.width(&before), middle);
                let set = Type {
                    role: role(run[0].1, set.role),
                    ..set
                };
                drawing.write(&words, at, Align::Left, set);
                before.push_str(&words);
            }
        }
    }
}

/// Two lines are parted where the sentence pauses, if that is not too far from the edge.
fn broken(words: &str, set: Type, width: f32, most: usize) -> Vec<String> {
    let lines = set.wrap(words, width, most);
    if lines.len() != 2 || set.wrap(words, width, 3).len() != 2 {
        return lines;
    }
    let narrower = NARROWER.map(|part| set.wrap(words, width * part, 3));
    let pauses = |lines: &Vec<String>| lines.len() == 2 && lines[0].ends_with(PAUSES);
    let mut all = std::iter::once(lines.clone()).chain(narrower);
    all.find(pauses).unwrap_or(lines)
}

fn role(tone: Tone, plain: Role) -> Role {
    match tone {
        Tone::Plain => plain,
        Tone::Accent => Role::Accent,
        Tone::Trouble => Role::Bad,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn set_of(size: f32) -> Type {
        Type::regular(size, Role::Text1)
    }

    fn lines(width: f32) -> Vec<String> {
        let spoken = [
            (Tone::Plain, "Only half of ".to_owned()),
            (Tone::Trouble, "what is needed".to_owned()),
        ];
        let set = set_of(10.0);
        let toned = TonedLines::new(&spoken, set, width, 2);
        let told = |line: &Vec<(char, Tone)>| {
            let letters = line.iter().map(|&(letter, tone)| match tone {
                Tone::Trouble => letter.to_ascii_uppercase(),
                _ => letter,
            });
            letters.collect()
        };
        toned.lines.iter().map(told).collect()
    }

    #[test]
    fn every_letter_keeps_its_tone() {
        assert_eq!(lines(1e4), ["Only half of WHAT IS NEEDED"]);
        let two = lines(80.0).join(" ");
        assert_eq!(two, "Only half of WHAT IS NEEDED");
        let paused = broken("One half is, here", set_of(10.0), 75.0, 2);
        assert_eq!(paused, ["One half is,", "here"]);
        let cut = lines(45.0).join(" ");
        assert!(cut.ends_with('…') && cut.starts_with("Only half"), "{cut}");
    }
}
