//! Formulas of a spreadsheet, by the rules of Excel: a sign binds before a power, powers go from
//! left to right, and what has no value is an error.

use Expression::{Binary, Call, Cell, Negative, Number, Text};

/// A formula.
#[derive(Clone, Debug, PartialEq)]
pub enum Expression {
    Number(f64),
    Text(String),
    /// A cell: its sheet, if that is another one, its row and its column from zero.
    Cell(Option<String>, (u32, u32)),
    Negative(Box<Expression>),
    Binary(char, Box<Expression>, Box<Expression>),
    Call(String, Vec<Expression>),
}

impl Expression {
    /// Reads a formula, without the sign of equality in front.
    pub fn parse(text: &str) -> Self {
        let mut parser = Parser { rest: text };
        let expression = parser.comparison();
        assert_eq!(parser.rest, "", "left over of {text}");
        expression
    }

    /// Its value, given those of cells; why it has none.
    pub fn value(&self, cell: &mut Cells<'_>) -> Value {
        match self {
            Number(value) => Ok(*value),
            Text(_) => Err("a text"),
            Cell(sheet, place) => cell(sheet.as_deref(), *place),
            Negative(a) => Ok(-a.value(cell)?),
            Binary(sign, a, b) => calculate(*sign, a.value(cell)?, b.value(cell)?),
            Call(name, arguments) if name == "IF" => {
                let chosen = if arguments[0].value(cell)? == 0.0 {
                    2
                } else {
                    1
                };
                arguments[chosen].value(cell)
            }
            Call(name, arguments) => {
                let values: Result<Vec<f64>, _> = arguments.iter().map(|a| a.value(cell)).collect();
                let values = values?;
                match name.as_str() {
                    "MIN" => Ok(values.into_iter().fold(f64::INFINITY, f64::min)),
                    "MAX" => Ok(values.into_iter().fold(f64::NEG_INFINITY, f64::max)),
                    "SQRT" if values[0] < 0.0 => Err("#NUM!"),
                    "SQRT" => Ok(values[0].sqrt()),
                    unknown => panic!("no function {unknown}"),
                }
            }
        }
    }
}

/// Gives the values of cells.
pub type Cells<'a> = dyn FnMut(Option<&str>, (u32, u32)) -> Value + 'a;

/// The value of a formula, or the error that a cell would show.
pub type Value = Result<f64, &'static str>;

fn calculate(sign: char, a: f64, b: f64) -> Value {
    let value = match sign {
        '+' => a + b,
        '-' => a - b,
        '*' => a * b,
        '/' if b == 0.0 => return Err("#DIV/0!"),
        '/' => a / b,
        '^' if a == 0.0 && b == 0.0 => return Err("#NUM!"),
        '^' if a == 0.0 && b < 0.0 => return Err("#DIV/0!"),
        '^' => a.powf(b),
        '<' => f64::from(u8::from(a < b)),
        '=' => f64::from(u8::from(a == b)),
        _ => panic!("no operator {sign}"),
    };
    if value.is_finite() {
        Ok(value)
    } else {
        Err("#NUM!")
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl Parser<'_> {
    fn comparison(&mut self) -> Expression {
        self.chain(&['<', '='], Self::sum)
    }

    fn sum(&mut self) -> Expression {
        self.chain(&['+', '-'], Self::product)
    }

    fn product(&mut self) -> Expression {
        self.chain(&['*', '/'], Self::power)
    }

    fn power(&mut self) -> Expression {
        self.chain(&['^'], Self::signed)
    }

    /// Operators of one rank, from left to right.
    fn chain(&mut self, signs: &[char], next: fn(&mut Self) -> Expression) -> Expression {
        let mut left = next(self);
        while let Some(sign) = self.take(|c| signs.contains(&c)) {
            left = Binary(sign, Box::new(left), Box::new(next(self)));
        }
        left
    }

    fn signed(&mut self) -> Expression {
        match self.take(|c| c == '-') {
            Some(_) => Negative(Box::new(self.signed())),
            None => self.atom(),
        }
    }

    fn atom(&mut self) -> Expression {
        match self.rest.chars().next() {
            Some('(') => {
                self.expect('(');
                let inner = self.comparison();
                self.expect(')');
                inner
            }
            Some('"') => Text(self.quoted('"')),
            Some('\'') => {
                let sheet = self.quoted('\'');
                self.expect('!');
                let word = self.word();
                Cell(Some(sheet), place(&word))
            }
            Some(digit) if digit.is_ascii_digit() => self.number(),
            _ => self.cell_or_call(),
        }
    }

    fn cell_or_call(&mut self) -> Expression {
        let word = self.word();
        if self.take(|c| c == '(').is_none() {
            return Cell(None, place(&word));
        }
        let mut arguments = vec![self.comparison()];
        while self.take(|c| c == ',').is_some() {
            arguments.push(self.comparison());
        }
        self.expect(')');
        Call(word, arguments)
    }

    fn number(&mut self) -> Expression {
        let mut before = ' ';
        let end = self.rest.find(|c: char| {
            let is_part =
                c.is_ascii_digit() || "E.".contains(c) || ("+-".contains(c) && before == 'E');
            before = c;
            !is_part
        });
        let (digits, rest) = self.rest.split_at(end.unwrap_or(self.rest.len()));
        self.rest = rest;
        Number(digits.parse().expect("a number"))
    }

    fn word(&mut self) -> String {
        let is_end = |c: char| !(c.is_ascii_alphanumeric() || c == '$');
        let end = self.rest.find(is_end).unwrap_or(self.rest.len());
        let (word, rest) = self.rest.split_at(end);
        self.rest = rest;
        word.to_owned()
    }

    fn quoted(&mut self, mark: char) -> String {
        let inner = &self.rest[1..];
        let end = inner.find(mark).expect("a closing mark");
        self.rest = &inner[end + 1..];
        inner[..end].to_owned()
    }

    fn take(&mut self, wanted: impl Fn(char) -> bool) -> Option<char> {
        let first = self.rest.chars().next().filter(|&c| wanted(c))?;
        self.rest = &self.rest[first.len_utf8()..];
        Some(first)
    }

    fn expect(&mut self, wanted: char) {
        assert!(
            self.take(|c| c == wanted).is_some(),
            "{wanted} before {}",
            self.rest
        );
    }
}

/// The row and the column of a cell such as `$C$12`, from zero.
fn place(word: &str) -> (u32, u32) {
    let plain = word.replace('$', "");
    let digits = plain.find(|c: char| c.is_ascii_digit()).expect("a row");
    let (column, row) = plain.split_at(digits);
    let column = column
        .bytes()
        .fold(0, |sum, letter| sum * 26 + u32::from(letter - b'A') + 1);
    let row: u32 = row.parse().expect("a row");
    (row - 1, column - 1)
}

#[test]
fn formulas_mean_what_they_do_in_excel() {
    let value = |text: &str| Expression::parse(text).value(&mut |_, place| Ok(f64::from(place.0)));
    for (text, wanted) in [
        ("1+2*3^2", Ok(19.0)),
        ("-2^2", Ok(4.0)),
        ("2^3^2", Ok(64.0)),
        ("8-4-2", Ok(2.0)),
        ("1.5E+3/(1-0.5)", Ok(3000.0)),
        ("IF(1<2,MIN(3,2,4),1/0)", Ok(2.0)),
        ("MAX(SQRT(9),'A sheet'!$AB$12,D5)", Ok(11.0)),
        ("1/0", Err("#DIV/0!")),
        ("0^0", Err("#NUM!")),
        ("MIN(1,(0-8)^0.5)", Err("#NUM!")),
    ] {
        assert_eq!(value(text), wanted, "{text}");
    }
}
