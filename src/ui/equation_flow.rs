//! Breaks an equation into lines: outer parts before inner ones.

use super::equation_block::Block;

/// How far a line that goes on is indented, for each level that is broken.
pub const INDENT: f32 = 12.0;
/// The deepest level that is indented further than the one around it.
const DEEPEST: usize = 3;
/// A line that is higher has more than words in it.
const TALL: f32 = 40.0;
/// Between two lines.
const LEADING: f32 = 6.0;

/// Part of an equation that may need several lines.
#[derive(Clone)]
pub enum Flow {
    /// It is never broken.
    Whole(Block),
    /// Parts that hold together; each may be broken inside.
    Joined(Vec<Flow>),
    /// Parts with so much room between them, of which each may begin a new line.
    Loose(f32, Vec<Flow>),
}

impl Flow {
    /// Its width in one line.
    pub fn width(&self) -> f32 {
        match self {
            Self::Whole(block) => block.size.x,
            Self::Joined(parts) => parts.iter().map(Self::width).sum(),
            Self::Loose(gap, parts) => {
                let gaps = gap * parts.len().saturating_sub(1) as f32;
                gaps + parts.iter().map(Self::width).sum::<f32>()
            }
        }
    }

    /// In one line.
    pub fn line(self) -> Block {
        let mut blocks = Vec::new();
        self.flatten(&mut blocks);
        Block::row(blocks)
    }

    fn flatten(self, blocks: &mut Vec<Block>) {
        match self {
            Self::Whole(block) => blocks.push(block),
            Self::Joined(parts) => parts.into_iter().for_each(|part| part.flatten(blocks)),
            Self::Loose(gap, parts) => {
                for (index, part) in parts.into_iter().enumerate() {
                    if index > 0 {
                        blocks.push(Block::space(gap));
                    }
                    part.flatten(blocks);
                }
            }
        }
    }

    /// In lines that are no wider than `width`, as far as its parts allow it.
    pub fn lines(self, width: f32, is_centred: bool) -> Block {
        let mut lines = Lines {
            width,
            indent: if is_centred { 0.0 } else { INDENT },
            depth: 0,
            done: Vec::new(),
            line: Vec::new(),
            x: 0.0,
        };
        lines.add(self, 0.0);
        lines.end_line();
        Block::column(lines.done, LEADING, is_centred)
    }

    /// The width up to where it may be broken first, and whether it may be.
    fn head(&self) -> (f32, bool) {
        match self {
            Self::Whole(block) => (block.size.x, false),
            Self::Joined(parts) => head_of(parts),
            Self::Loose(_, parts) => {
                let (width, is_broken) = parts.first().map_or((0.0, false), Self::head);
                (width, is_broken || parts.len() > 1)
            }
        }
    }
}

fn head_of(parts: &[Flow]) -> (f32, bool) {
    let mut width = 0.0;
    for part in parts {
        let (more, is_broken) = part.head();
        width += more;
        if is_broken {
            return (width, true);
        }
    }
    (width, false)
}

/// Lines that are being filled.
struct Lines {
    width: f32,
    indent: f32,
    /// How many loose parts are open.
    depth: usize,
    done: Vec<Block>,
    line: Vec<Block>,
    x: f32,
}

impl Lines {
    /// Adds a part that is followed by so much that belongs to it.
    fn add(&mut self, part: Flow, after: f32) {
        match part {
            Flow::Whole(block) => self.push(block),
            Flow::Joined(parts) => {
                for index in 0..parts.len() {
                    let (rest, is_broken) = head_of(&parts[index + 1..]);
                    let after = if is_broken { rest } else { rest + after };
                    self.add(parts[index].clone(), after);
                }
            }
            Flow::Loose(gap, parts) => self.add_loose(gap, parts, after),
        }
    }

    fn add_loose(&mut self, gap: f32, parts: Vec<Flow>, after: f32) {
        self.depth += 1;
        let count = parts.len();
        for (index, part) in parts.into_iter().enumerate() {
            let after = if index + 1 == count { after } else { 0.0 };
            if index > 0 {
                if self.x + gap + part.width() + after > self.width {
                    self.end_line();
                    let levels = self.depth.min(DEEPEST) as f32;
                    self.push(Block::space(self.indent * levels));
                } else {
                    self.push(Block::space(gap));
                }
            }
            self.add(part, after);
        }
        self.depth -= 1;
    }

    fn push(&mut self, block: Block) {
        self.x += block.size.x;
        self.line.push(block);
    }

    fn end_line(&mut self) {
        // A line that follows a fraction is no part of what is below its bar.
        let is_apart = self.indent > 0.0 && self.done.last().is_some_and(|line| line.size.y > TALL);
        if is_apart {
            self.done.push(Block::gap(LEADING));
        }
        self.done.push(Block::row(std::mem::take(&mut self.line)));
        self.x = 0.0;
    }
}
