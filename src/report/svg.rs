//! A drawing as SVG.

mod letters;
mod marks;

use std::fmt::Write;

use super::drawing::{Drawing, Shape};
use crate::theme::Theme;
use letters::Outlines;
use marks::{Attributes, colour, escaped, number};

/// How words are written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Letters {
    /// As the outlines of their letters: looks the same everywhere, for pictures that travel.
    Outlines,
    /// As text, which can be marked and searched: for pages that a browser shows.
    Text,
}

/// The fonts of words that are written as text: those of the program, else those of the system.
const FONTS: &str =
    "Inter, 'Noto Sans SC', system-ui, 'PingFang SC', 'Microsoft YaHei', sans-serif";

/// A drawing as SVG: the same text for the same drawing.
///
/// Names in it do not clash with those of other drawings in the same page.
pub fn svg(drawing: &Drawing, theme: Theme, letters: Letters) -> String {
    let name = name(drawing);
    let mut outlines = Outlines::new(&name);
    let mut body = String::new();
    for shape in &drawing.shapes {
        match (shape, letters) {
            (Shape::Text(text), Letters::Outlines) => outlines.text(text, theme, &mut body),
            (Shape::Text(text), Letters::Text) => letters::text(text, theme, &mut body),
            _ => marks::mark(shape, theme, &mut body),
        }
    }
    [
        head(drawing, &name, letters),
        outlines.definitions(),
        ground(drawing, theme),
        body,
        "</svg>\n".to_owned(),
    ]
    .concat()
}

/// The opening tag, the title and the description.
fn head(drawing: &Drawing, name: &str, letters: Letters) -> String {
    let (width, height) = (number(drawing.size.0), number(drawing.size.1));
    let (title, description) = &drawing.words;
    let extra = match letters {
        Letters::Outlines => " xmlns:xlink=\"http://www.w3.org/1999/xlink\"".to_owned(),
        Letters::Text => format!(
            " font-family=\"{FONTS}\" style=\"font-variant-numeric:tabular-nums\" xml:space=\"preserve\""
        ),
    };
    let mut head = format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\"{extra} width=\"{width}\" height=\"{height}\" \
         viewBox=\"0 0 {width} {height}\" role=\"img\" aria-labelledby=\"{name}-title\""
    );
    if !description.is_empty() {
        let _ = write!(head, " aria-describedby=\"{name}-desc\"");
    }
    let _ = write!(
        head,
        ">\n<title id=\"{name}-title\">{}</title>\n",
        escaped(title)
    );
    if !description.is_empty() {
        let _ = writeln!(
            head,
            "<desc id=\"{name}-desc\">{}</desc>",
            escaped(description)
        );
    }
    head
}

/// The sheet itself.
fn ground(drawing: &Drawing, theme: Theme) -> String {
    let size = Attributes::default()
        .number("width", drawing.size.0)
        .number("height", drawing.size.1);
    format!("<rect{size} fill=\"{}\"/>\n", colour(drawing.ground, theme))
}

/// A name that other drawings do not have: made from what is drawn (FNV-1a).
fn name(drawing: &Drawing) -> String {
    let mut sum: u64 = 0xcbf2_9ce4_8422_2325;
    for byte in format!("{drawing:?}").bytes() {
        sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    }
    format!("s{:08x}", (sum >> 32) ^ (sum & u64::from(u32::MAX)))
}

#[cfg(test)]
mod tests {
    use resvg::usvg::{Node, Options, Tree};

    use super::*;
    use crate::report::drawing::{Align, Area, Fill, Place, Stroke, Text, Weight, typeface};
    use crate::theme::Role;

    fn label(at: Place, align: Align, words: &str) -> Shape {
        Shape::Text(Text {
            at,
            align,
            size: 20.0,
            weight: Weight::Regular,
            role: Role::Text1,
            words: words.to_owned(),
        })
    }

    fn drawing(shapes: Vec<Shape>) -> Drawing {
        let mut drawing = Drawing::new((200.0, 100.0), Role::Bg);
        drawing.words = ("“Need” & <supply>".to_owned(), "算力".to_owned());
        drawing.shapes = shapes;
        drawing
    }

    /// One of each shape.
    fn all_shapes() -> Vec<Shape> {
        let stroke = Stroke::solid(1.5, Role::Ghost);
        let fill = Fill {
            role: Role::Good,
            opacity: 0.25,
        };
        vec![
            Shape::Rect {
                area: Area::new((10.0, 20.0), (50.0, 40.126)),
                radius: 4.0,
                fill: Some(fill),
                stroke: None,
            },
            Shape::Line {
                points: vec![(0.0, 1.0), (-0.001, 99.999)],
                stroke: Stroke {
                    dash: Some((5.0, 4.0)),
                    ..stroke
                },
            },
            Shape::Band {
                steps: vec![(0.0, 1.0, 2.0), (10.0, 3.0, 5.0)],
                fill,
            },
            Shape::Polygon {
                points: vec![(1.0, 1.0), (2.0, 1.0), (2.0, 2.0)],
                fill: None,
                stroke: Some(stroke),
            },
            Shape::Circle {
                centre: (5.0, 6.0),
                radius: 3.0,
                fill: Some(Fill::solid(Role::Bad)),
                stroke: None,
            },
        ]
    }

    /// What is painted, without the sheet.
    fn painted(svg: &str) -> Tree {
        let sheet_begin = svg.find("<rect").expect("a sheet");
        let sheet_end = sheet_begin + svg[sheet_begin..].find('\n').expect("an end");
        let svg = [&svg[..sheet_begin], &svg[sheet_end..]].concat();
        Tree::from_str(&svg, &Options::default()).expect("SVG")
    }

    #[test]
    fn shapes_are_written_as_they_are() {
        let shapes = svg(&drawing(all_shapes()), Theme::Light, Letters::Outlines);
        let good = colour(Role::Good, Theme::Light);
        let bad = colour(Role::Bad, Theme::Light);
        let ghost = colour(Role::Ghost, Theme::Light);
        let line =
            format!(r#"fill="none" stroke="{ghost}" stroke-width="1.5" stroke-linejoin="round""#);
        let expected = format!(
            r#"<rect width="200" height="100" fill="{}"/>
<rect x="10" y="20" width="40" height="20.13" rx="4" fill="{good}" fill-opacity="0.25"/>
<polyline points="0,1 0,100" {line} stroke-dasharray="5 4"/>
<polygon points="0,1 10,3 10,5 0,2" fill="{good}" fill-opacity="0.25"/>
<polygon points="1,1 2,1 2,2" {line} stroke-linecap="round"/>
<circle cx="5" cy="6" r="3" fill="{bad}"/>
</svg>
"#,
            colour(Role::Bg, Theme::Light)
        );
        let begin = shapes.find("<rect").expect("a sheet");
        assert_eq!(shapes[begin..], expected);
        assert_eq!(painted(&shapes).root().children().len(), 5);
    }

    #[test]
    fn words_are_written_as_text() {
        let words = label((100.0, 50.0), Align::Right, "算力 <AI>");
        let svg = svg(&drawing(vec![words]), Theme::Dark, Letters::Text);
        let text = format!(
            "<text x=\"100\" y=\"50\" text-anchor=\"end\" font-size=\"20\" font-weight=\"400\" \
             textLength=\"{}\" fill=\"{}\">算力 &lt;AI&gt;</text>",
            number(typeface::width("算力 <AI>", Weight::Regular, 20.0)),
            colour(Role::Text1, Theme::Dark)
        );
        assert!(svg.contains(&text), "{svg}");
        assert!(svg.contains("font-family=\"Inter, 'Noto Sans SC'"));
    }

    #[test]
    fn words_are_written_as_outlines_each_letter_once() {
        let words = label((10.0, 50.0), Align::Left, "I 一 II");
        let svg = svg(&drawing(vec![words]), Theme::Light, Letters::Outlines);
        let name = name(&drawing(vec![label((10.0, 50.0), Align::Left, "I 一 II")]));
        let glyphs = typeface::shape("I 一 II", Weight::Regular, 20.0);
        let (latin, han) = (glyphs[0].id, glyphs[2].id);
        assert_eq!(svg.matches("<path").count(), 2);
        assert_eq!(svg.matches("<use").count(), 4);
        for id in [format!("{name}i{latin}"), format!("{name}n{han}")] {
            assert_eq!(svg.matches(&format!("id=\"{id}\"")).count(), 1);
            assert!(svg.contains(&format!("xlink:href=\"#{id}\"")));
        }
        // A capital I is a box of 190 × 1490 of the 2048 units of Inter.
        let stem = "m370 -1490l0 1490l-190 0l0 -1490z";
        let drawn = svg
            .lines()
            .find(|line| line.contains(&format!("i{latin}\" d")));
        assert!(drawn.is_some_and(|line| line.contains(stem)), "{svg}");
        assert!(svg.contains("aria-label=\"I 一 II\""));
    }

    #[test]
    fn outlines_are_as_wide_as_they_are_measured() {
        let words = "H 算力 2030 AVH";
        let width = typeface::width(words, Weight::Regular, 20.0);
        for (align, left) in [
            (Align::Left, 100.0),
            (Align::Centre, 100.0 - width / 2.0),
            (Align::Right, 100.0 - width),
        ] {
            let svg = svg(
                &drawing(vec![label((100.0, 50.0), align, words)]),
                Theme::Light,
                Letters::Outlines,
            );
            let bounds = painted(&svg).root().abs_bounding_box();
            // H has bearings of about a tenth of an em on either side.
            assert!((bounds.left() - left - 2.0).abs() < 1.0, "{bounds:?}");
            assert!(
                (bounds.right() - left - width + 2.0).abs() < 1.0,
                "{bounds:?}"
            );
            assert!(bounds.bottom() > 50.0, "Chinese reaches below the baseline");
            assert!(bounds.top() < 50.0 - 2.0 * typeface::middle(20.0));
        }
    }

    #[test]
    fn it_says_what_it_shows() {
        let svg = svg(&drawing(all_shapes()), Theme::Light, Letters::Outlines);
        assert!(svg.contains("-title\">“Need” &amp; &lt;supply&gt;</title>"));
        assert!(svg.contains("-desc\">算力</desc>"));
        let name = name(&drawing(all_shapes()));
        assert!(svg.contains(&format!("aria-labelledby=\"{name}-title\"")));
        let mut wordless = drawing(Vec::new());
        wordless.words.1.clear();
        assert!(!super::svg(&wordless, Theme::Light, Letters::Text).contains("desc"));
    }

    #[test]
    fn names_differ_between_drawings_and_not_between_times() {
        let drawings = [
            drawing(Vec::new()),
            drawing(all_shapes()),
            drawing(vec![label((0.0, 0.0), Align::Left, "A")]),
        ];
        let names = drawings.each_ref().map(name);
        assert_eq!(names, drawings.each_ref().map(name));
        assert!(names[0] != names[1] && names[1] != names[2] && names[0] != names[2]);
    }

    #[test]
    fn what_xml_does_not_know_is_left_out() {
        assert_eq!(
            escaped("a\u{0}b\n\u{ffff}<'\"&>"),
            "a b &lt;&#39;&quot;&amp;&gt;"
        );
        let words = label((10.0, 50.0), Align::Left, "a\u{1}\u{fffe}b");
        let drawing = drawing(vec![words]);
        for letters in [Letters::Outlines, Letters::Text] {
            let svg = svg(&drawing, Theme::Light, letters);
            assert!(Tree::from_str(&svg, &Options::default()).is_ok());
        }
    }

    #[test]
    fn numbers_are_short() {
        let numbers = [
            1.0,
            0.5,
            1.005,
            -0.001,
            1e7,
            1e-9,
            f32::NAN,
            f32::INFINITY,
            100.0,
        ];
        let written = numbers.map(number);
        let expected = ["1", "0.5", "1", "0", "10000000", "0", "0", "0", "100"];
        assert_eq!(written, expected);
    }

    #[test]
    fn outlines_have_the_colour_of_their_words() {
        let svg = svg(
            &drawing(vec![label((10.0, 50.0), Align::Left, "I")]),
            Theme::Dark,
            Letters::Outlines,
        );
        let tree = painted(&svg);
        let mut node = &tree.root().children()[0];
        while let Node::Group(group) = node {
            node = &group.children()[0];
        }
        let Node::Path(path) = node else {
            panic!("no path in {svg}");
        };
        let paint = format!("{:?}", path.fill().expect("a fill").paint());
        let color = Theme::Dark.color(Role::Text1);
        assert!(paint.contains(&format!("red: {}", color.red)), "{paint}");
    }
}
