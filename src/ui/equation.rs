//! Typesets an equation like mathematics, in lines that fit: with fraction bars, raised exponents
//! and roots, and names that lead on to what they stand for.

use eframe::egui::{FontId, Ui};

use super::equation_block::{Block, Enclosure, End, Link};
use super::equation_flow::{Flow, INDENT};
use super::style::{self, size};
use crate::model::Reference;
use crate::report::equation::{Binding, Choice, Equation, Term, constant};
use crate::text::explanation::EquationText;
use crate::text::{Piece, Template};
use crate::theme::Role;

/// Around an operator.
const SPACE: f32 = 5.0;
/// Room that a part leaves for the operator in front of it.
const OPERATOR: f32 = 14.0;
/// Room that parentheses take.
const ENCLOSED: f32 = 16.0;
/// Parts get at least this much room, however deep they are.
const LEAST: f32 = 72.0;
/// Exponents get at least this much.
const MOST_NARROW: f32 = 48.0;
/// Font sizes: of the equation, and of its exponents.
const SIZE: f32 = size::BODY;
const SMALL: f32 = size::CAPTION;

/// What stands for a name in an equation.
pub struct Wording<'a> {
    /// The words, and where they lead.
    pub of: &'a dyn Fn(Reference) -> (String, Link),
    /// Their colour.
    pub ink: Role,
    /// The words of the language.
    pub texts: &'a EquationText,
}

/// An equation that is typeset.
pub struct Typesetter<'a> {
    /// Where it is painted.
    pub ui: &'a Ui,
    /// What stands for names.
    pub wording: Wording<'a>,
}

impl Typesetter<'_> {
    /// The equation, followed by what it comes to, in lines that are no wider than `width`.
    pub fn typeset(&self, equation: &Equation, result: Option<&str>, width: f32) -> Block {
        let block = self.set(equation, result, width, SIZE);
        // What cannot be broken, such as a power within a function, is set smaller.
        if block.size.x > width {
            self.set(equation, result, width, SMALL)
        } else {
            block
        }
    }

    fn set(&self, equation: &Equation, result: Option<&str>, width: f32, size: f32) -> Block {
        let left = self.flow(equation, width, size);
        let Some(result) = result else {
            return left.lines(width, false);
        };
        let right = Flow::Joined(vec![self.operator("=", SIZE), self.strong(result)]);
        // What it comes to stands behind the last term as that does behind the others.
        let mut parts = match left {
            Flow::Loose(_, parts) => parts,
            other => vec![other],
        };
        parts.push(right);
        Flow::Loose(SPACE, parts).lines(width, false)
    }

    fn flow(&self, equation: &Equation, room: f32, size: f32) -> Flow {
        let room = room.max(LEAST);
        match equation {
            Equation::Number(value) => self.words(&constant(*value), Role::Text1, size),
            Equation::Name(reference) => self.name(*reference, room, size),
            Equation::Negative(of) => {
                let of = self.bound(of, Binding::Product, (room - OPERATOR, size));
                Flow::Joined(vec![self.words("−", Role::Text1, size), of])
            }
            Equation::Sum(terms) => self.sum(terms, (room, size)),
            Equation::Product(factors) => self.product(factors, (room, size)),
            Equation::Fraction(above, below) => {
                let part = |of| self.flow(of, room - 8.0, size).lines(room - 8.0, true);
                Flow::Whole(Block::fraction(part(above), part(below)))
            }
            Equation::Power(base, exponent) => self.power(base, exponent, (room, size)),
            Equation::Root(of) => {
                let of = self.flow(of, room - ENCLOSED, size);
                Flow::Whole(Block::root(of.lines(room - ENCLOSED, false)))
            }
            Equation::Absolute(of) => {
                let of = self.flow(of, room - ENCLOSED, size);
                enclosed(of, Enclosure::Bars, room)
            }
            Equation::Least(of) => self.called(&self.wording.texts.least, of, (room, size)),
            Equation::Greatest(of) => self.called(&self.wording.texts.greatest, of, (room, size)),
            Equation::Choice(choice) => self.cases(choice, (room, size)),
        }
    }

    /// The same, in parentheses where it binds less than what is around it.
    fn bound(&self, equation: &Equation, least: Binding, (room, size): (f32, f32)) -> Flow {
        let is_fraction = matches!(equation, Equation::Fraction(..)) && least == Binding::Product;
        if equation.binding() >= least || is_fraction {
            return self.flow(equation, room, size);
        }
        let of = self.flow(equation, room - ENCLOSED, size);
        enclosed(of, Enclosure::Parentheses, room)
    }

    fn sum(&self, terms: &[Term], (room, size): (f32, f32)) -> Flow {
        let room = room - OPERATOR - INDENT;
        let term = |(index, term): (usize, &Term)| {
            let least = if term.is_subtracted {
                Binding::Product
            } else {
                Binding::Sum
            };
            let of = self.bound(&term.equation, least, (room, size));
            match (index, term.is_subtracted) {
                (0, _) => of,
                (_, false) => Flow::Joined(vec![self.operator("+", size), of]),
                (_, true) => Flow::Joined(vec![self.operator("−", size), of]),
            }
        };
        Flow::Loose(SPACE, terms.iter().enumerate().map(term).collect())
    }

    fn product(&self, factors: &[Equation], (room, size): (f32, f32)) -> Flow {
        let room = room - OPERATOR - INDENT;
        let factor = |(index, factor): (usize, &Equation)| {
            let of = self.bound(factor, Binding::Product, (room, size));
            match index {
                0 => of,
                _ => Flow::Joined(vec![self.operator("×", size), of]),
            }
        };
        Flow::Loose(SPACE, factors.iter().enumerate().map(factor).collect())
    }

    fn power(&self, base: &Equation, exponent: &Equation, (room, size): (f32, f32)) -> Flow {
        let exponent_room = (room * 0.45).max(MOST_NARROW);
        let exponent = self.flow(exponent, exponent_room, SMALL);
        let exponent = exponent.lines(exponent_room, false);
        let room = room - exponent.size.x;
        let base = if self.is_worded(base) {
            let of = self.flow(base, room - ENCLOSED, size);
            enclosed(of, Enclosure::Parentheses, room)
        } else {
            self.bound(base, Binding::Single, (room, size))
        };
        let base = base.line();
        let height = base.axis;
        Flow::Whole(Block::row(vec![base, exponent.raised(height)]))
    }

    /// Is it a name in words? Of several words it would be unclear which of them are raised.
    fn is_worded(&self, equation: &Equation) -> bool {
        let Equation::Name(reference) = equation else {
            return false;
        };
        let (words, _) = (self.wording.of)(*reference);
        words.contains(char::is_alphabetic)
    }

    /// A function of several, by its name.
    fn called(&self, name: &Template, of: &[Equation], (room, size): (f32, f32)) -> Flow {
        // The parentheses of the text are drawn, as high as what they enclose.
        let words = name.pieces().into_iter().find_map(|piece| match piece {
            Piece::Words(words) => Some(words.trim_end_matches('(')),
            Piece::Gap(_) => None,
        });
        let name = self.words(words.unwrap_or_default(), Role::Text1, size);
        let room = room - name.width() - 2.0;
        let inner = room - ENCLOSED - INDENT;
        let comma = self.wording.texts.separator.trim_end();
        let last = of.len().saturating_sub(1);
        let member = |(index, of): (usize, &Equation)| {
            let of = self.flow(of, inner - SPACE, size);
            if index == last {
                return of;
            }
            Flow::Joined(vec![of, self.words(comma, Role::Text1, size)])
        };
        let members = Flow::Loose(SPACE, of.iter().enumerate().map(member).collect());
        Flow::Joined(vec![name, enclosed(members, Enclosure::Parentheses, room)])
    }

    /// Cases below each other, each with its condition.
    fn cases(&self, choice: &Choice, (room, size): (f32, f32)) -> Flow {
        let inner = room - ENCLOSED;
        let mut blocks = Vec::new();
        let mut next = choice;
        loop {
            let case = vec![
                self.flow(&next.then, inner, size),
                self.condition(next, inner),
            ];
            blocks.push(Flow::Loose(12.0, case).lines(inner, false));
            match &next.otherwise {
                Equation::Choice(choice) => next = choice,
                otherwise => {
                    let words = &self.wording.texts.otherwise;
                    let words = self.words(words, Role::Text3, SMALL);
                    let case = vec![self.flow(otherwise, inner, size), words];
                    blocks.push(Flow::Loose(12.0, case).lines(inner, false));
                    break;
                }
            }
        }
        Flow::Whole(Block::cases(Block::column(blocks, 8.0, false)))
    }

    fn condition(&self, choice: &Choice, room: f32) -> Flow {
        let mut parts: Vec<Vec<Flow>> = Vec::new();
        let mut open = Vec::new();
        for piece in self.wording.texts.case.pieces() {
            match piece {
                Piece::Words(words) => open.push(self.words(words, Role::Text3, SMALL)),
                Piece::Gap(gap) => {
                    let of = match gap {
                        "value" => &choice.value,
                        _ => &choice.bound,
                    };
                    open.push(self.flow(of, room - 2.0 * INDENT - 30.0, SMALL));
                    parts.push(std::mem::take(&mut open));
                }
            }
        }
        match parts.last_mut() {
            Some(last) => last.append(&mut open),
            None => parts.push(open),
        }
        Flow::Loose(0.0, parts.into_iter().map(Flow::Joined).collect())
    }

    fn operator(&self, sign: &str, size: f32) -> Flow {
        let mut block = self.words(sign, Role::Text1, size).line();
        block.size.x += SPACE;
        Flow::Whole(block)
    }

    fn words(&self, words: &str, ink: Role, size: f32) -> Flow {
        let font = style::regular(size);
        Flow::Whole(self.block(words, (font, ink), f32::INFINITY, None))
    }

    fn strong(&self, words: &str) -> Flow {
        let font = style::semibold(SIZE);
        Flow::Whole(self.block(words, (font, Role::Text1), f32::INFINITY, None))
    }

    fn name(&self, reference: Reference, room: f32, size: f32) -> Flow {
        let (words, link) = (self.wording.of)(reference);
        let font = style::regular(size);
        Flow::Whole(self.block(&words, (font, self.wording.ink), room, Some(link)))
    }

    /// Words, with a power of ten at their end as an exponent.
    fn block(
        &self,
        words: &str,
        (font, role): (FontId, Role),
        room: f32,
        link: Option<Link>,
    ) -> Block {
        let color = style::color(self.ui, role);
        let painter = self.ui.painter();
        let layout = |words: &str, size: f32| {
            let font = FontId::new(size, font.family.clone());
            painter.layout(words.to_owned(), font, color, room)
        };
        let is_raised = |digit: char| SUPERSCRIPTS.contains(digit);
        let base = words.trim_end_matches(is_raised);
        let block = Block::words(layout(base, font.size), link.clone());
        if base.len() == words.len() {
            return block;
        }
        let exponent: String = words[base.len()..].chars().filter_map(lowered).collect();
        let exponent = Block::words(layout(&exponent, EXPONENT * font.size), link);
        let height = block.axis;
        Block::row(vec![block, exponent.raised(height)])
    }
}

/// The digits and the minus of exponents in a line of text, and what they stand for.
const SUPERSCRIPTS: &str = "⁰¹²³⁴⁵⁶⁷⁸⁹⁻";
const DIGITS: &str = "0123456789−";
/// Size of an exponent of ten.
const EXPONENT: f32 = 0.78;

fn lowered(superscript: char) -> Option<char> {
    let place = SUPERSCRIPTS
        .chars()
        .position(|digit| digit == superscript)?;
    DIGITS.chars().nth(place)
}

/// Encloses a part, as high as all of its lines.
fn enclosed(of: Flow, enclosure: Enclosure, room: f32) -> Flow {
    let block = of.lines(room - ENCLOSED, false);
    let [opening, closing] =
        [End::Opening, End::Closing].map(|end| Block::end(enclosure, end, &block));
    Flow::Whole(Block::row(vec![opening, block, closing]))
}
