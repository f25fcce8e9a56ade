//! Where the nodes and ribbons of a money flow stand: geometry without a toolkit.

use super::money_flow::{COLUMNS, MoneyFlow};

/// Distance between the middles of two labels in the last column, at least: in high flows, and
/// where there is little room.
const LABEL: f32 = 21.5;
const LOW_LABEL: f32 = 17.5;
/// A flow of this height has room for labels at their full distance.
const HIGH: f32 = 430.0;
/// Least distance between two nodes of the last column.
const LEAST_GAP: f32 = 5.0;
/// Least distance between two nodes of the other columns: their labels stand inside.
const GAP: f32 = 16.0;
/// Width of a node, and of one in the last column.
const WIDTHS: (f32, f32) = (12.0, 20.0);

/// A flow laid out in a box whose upper left corner is the origin.
#[derive(Clone, Debug)]
pub struct Layout {
    /// A box for each node.
    pub nodes: Vec<NodeBox>,
    /// A ribbon for each link.
    pub ribbons: Vec<Ribbon>,
}

/// The box of a node.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct NodeBox {
    /// Its left edge.
    pub x: f32,
    /// Its width.
    pub width: f32,
    /// Its upper edge.
    pub y: f32,
    /// Its height.
    pub height: f32,
}

impl NodeBox {
    /// The height of its middle.
    pub fn middle(&self) -> f32 {
        self.y + self.height / 2.0
    }
}

/// A ribbon between two nodes.
#[derive(Clone, Copy, Debug)]
pub struct Ribbon {
    /// Where it starts: x, and the y of its upper edge.
    pub start: (f32, f32),
    /// Where it ends.
    pub end: (f32, f32),
    /// Its thickness.
    pub thickness: f32,
}

impl Ribbon {
    /// The y of its upper edge at a share of its way, on a cubic with level ends.
    pub fn y(&self, share: f32) -> f32 {
        let eased = share * share * (3.0 - 2.0 * share);
        self.start.1 + (self.end.1 - self.start.1) * eased
    }

    /// How much its edges fall for one step to the right, at a share of its way.
    pub fn slope(&self, share: f32) -> f32 {
        let fall = (self.end.1 - self.start.1) / (self.end.0 - self.start.0).max(1.0);
        fall * 6.0 * share * (1.0 - share)
    }

    /// Does it cover a point?
    pub fn covers(&self, x: f32, y: f32) -> bool {
        let share = (x - self.start.0) / (self.end.0 - self.start.0);
        let top = self.y(share.clamp(0.0, 1.0));
        (0.0..=1.0).contains(&share) && y >= top && y <= top + self.thickness.max(2.0)
    }
}

/// Points per billion USD at which every one of `flows` fits into `height`: one scale for all
/// years, so that a year that spends more is taller.
pub fn scale(flows: &[MoneyFlow], height: f32) -> f32 {
    scale_at(flows, height, label_distance(height))
}

/// The same with labels of the last column at least so far apart.
pub fn scale_at(flows: &[MoneyFlow], height: f32, label: f32) -> f32 {
    let (mut low, mut high) = (0.0_f32, height);
    for _ in 0..40 {
        let middle = f32::midpoint(low, high);
        let fits = flows.iter().all(|flow| {
            (0..COLUMNS).all(|column| {
                let heights = heights(flow, column, middle);
                let gaps: f32 = gaps(&heights, column, label).iter().sum();
                heights.iter().sum::<f32>() + gaps <= height
            })
        });
        if fits { low = middle } else { high = middle }
    }
    low
}

/// Lays a flow out in `width` and `height` at so many points per billion USD.
pub fn layout(flow: &MoneyFlow, width: f32, height: f32, scale: f32) -> Layout {
    layout_at(flow, (width, height), scale, label_distance(height))
}

/// The same with labels of the last column at least so far apart.
pub fn layout_at(flow: &MoneyFlow, (width, height): (f32, f32), scale: f32, label: f32) -> Layout {
    let mut nodes = vec![
        NodeBox {
            x: 0.0,
            width: 0.0,
            y: 0.0,
            height: 0.0
        };
        flow.nodes.len()
    ];
    for column in (0..COLUMNS).rev() {
        let members = members(flow, column);
        let heights = heights(flow, column, scale);
        let gaps = gaps(&heights, column, label);
        let wanted: Vec<f32> = members
            .iter()
            .map(|&node| wanted_middle(flow, &nodes, node, height))
            .collect();
        let tops = if column == COLUMNS - 1 {
            evenly(&heights, &gaps, height)
        } else {
            stack(&wanted, &heights, &gaps, height)
        };
        for ((&node, &top), &high) in members.iter().zip(&tops).zip(&heights) {
            let is_last = column == COLUMNS - 1;
            let thick = if is_last { WIDTHS.1 } else { WIDTHS.0 };
            let x = (width - WIDTHS.1) * column as f32 / (COLUMNS - 1) as f32;
            nodes[node] = NodeBox {
                x,
                width: thick,
                y: top,
                height: high,
            };
        }
    }
    let ribbons = ribbons(flow, &nodes, scale);
    Layout { nodes, ribbons }
}

/// Indices of the nodes of a column, from the top.
fn members(flow: &MoneyFlow, column: usize) -> Vec<usize> {
    (0..flow.nodes.len())
        .filter(|&node| flow.nodes[node].place.column() == column)
        .collect()
}

fn heights(flow: &MoneyFlow, column: usize, scale: f32) -> Vec<f32> {
    let height = |node: usize| (flow.nodes[node].amount.max(0.0) as f32 * scale).max(1.0);
    members(flow, column).into_iter().map(height).collect()
}

/// How far labels of the last column are apart in a flow of a height.
fn label_distance(height: f32) -> f32 {
    (LABEL * height / HIGH).clamp(LOW_LABEL, LABEL)
}

/// The gap above each node; none above the first.
fn gaps(heights: &[f32], column: usize, label: f32) -> Vec<f32> {
    let is_last = column == COLUMNS - 1;
    (0..heights.len())
        .map(|index| match index.checked_sub(1) {
            None => 0.0,
            Some(_) if !is_last => GAP,
            Some(above) => (label - f32::midpoint(heights[above], heights[index])).max(LEAST_GAP),
        })
        .collect()
}

/// From the top down, what is left over shared between the gaps.
fn evenly(heights: &[f32], gaps: &[f32], height: f32) -> Vec<f32> {
    let used: f32 = heights.iter().chain(gaps).sum();
    let more = ((height - used) / (heights.len() as f32 - 1.0).max(1.0)).clamp(0.0, GAP);
    let mut top = ((height - used - more * (heights.len() as f32 - 1.0)) / 2.0).max(0.0);
    let mut tops = Vec::new();
    for (index, (high, gap)) in heights.iter().zip(gaps).enumerate() {
        top += gap + if index > 0 { more } else { 0.0 };
        tops.push(top);
        top += high;
    }
    tops
}

/// The middle a node wants: the mean of where its money goes.
fn wanted_middle(flow: &MoneyFlow, nodes: &[NodeBox], node: usize, height: f32) -> f32 {
    let (mut sum, mut weight) = (0.0, 0.0);
    for link in flow.links.iter().filter(|link| link.from == node) {
        sum += nodes[link.to].middle() * link.amount as f32;
        weight += link.amount as f32;
    }
    if weight > 0.0 {
        sum / weight
    } else {
        height / 2.0
    }
}

/// Tops near the wanted middles, in order, without touching, all within the height.
fn stack(wanted: &[f32], heights: &[f32], gaps: &[f32], height: f32) -> Vec<f32> {
    let mut tops: Vec<f32> = wanted
        .iter()
        .zip(heights)
        .map(|(middle, high)| middle - high / 2.0)
        .collect();
    let mut least = 0.0;
    for index in 0..tops.len() {
        tops[index] = tops[index].max(least + gaps[index]);
        least = tops[index] + heights[index];
    }
    let mut most = height;
    for index in (0..tops.len()).rev() {
        tops[index] = tops[index].min(most - heights[index]);
        most = tops[index] - gaps[index];
    }
    tops
}

/// Ribbons leave and arrive in the order of the other ends, so that they cross little.
fn ribbons(flow: &MoneyFlow, nodes: &[NodeBox], scale: f32) -> Vec<Ribbon> {
    let mut starts = vec![0.0; flow.links.len()];
    let mut ends = vec![0.0; flow.links.len()];
    for node in 0..nodes.len() {
        let mut leaving: Vec<usize> = (0..flow.links.len())
            .filter(|&link| flow.links[link].from == node)
            .collect();
        leaving.sort_by(|&a, &b| {
            nodes[flow.links[a].to]
                .y
                .total_cmp(&nodes[flow.links[b].to].y)
        });
        pile(flow, &leaving, nodes[node].y, scale, &mut starts);
        let mut arriving: Vec<usize> = (0..flow.links.len())
            .filter(|&link| flow.links[link].to == node)
            .collect();
        arriving.sort_by(|&a, &b| {
            nodes[flow.links[a].from]
                .y
                .total_cmp(&nodes[flow.links[b].from].y)
        });
        pile(flow, &arriving, nodes[node].y, scale, &mut ends);
    }
    flow.links
        .iter()
        .enumerate()
        .map(|(index, link)| {
            let (from, to) = (nodes[link.from], nodes[link.to]);
            Ribbon {
                start: (from.x + from.width, starts[index]),
                end: (to.x, ends[index]),
                thickness: link.amount as f32 * scale,
            }
        })
        .collect()
}

fn pile(flow: &MoneyFlow, links: &[usize], top: f32, scale: f32, tops: &mut [f32]) {
    let mut y = top;
    for &link in links {
        tops[link] = y;
        y += flow.links[link].amount as f32 * scale;
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Year;
    use crate::report::Locale;
    use crate::report::money_flow::flow_of;
    use crate::scenario::shipped::shipped;
    use crate::text::Language;

    #[test]
    fn every_world_fits_and_nothing_touches() {
        let locale = Locale::of(Language::En);
        for shipped in shipped() {
            let run = shipped.scenario().run();
            let flows: Vec<MoneyFlow> = Year::all()
                .map(|year| flow_of(&run, year, &locale))
                .collect();
            let scale = scale(&flows, 500.0);
            assert!(scale > 0.0);
            for flow in &flows {
                let layout = layout(flow, 600.0, 500.0, scale);
                for column in 0..COLUMNS {
                    let boxes: Vec<NodeBox> = members(flow, column)
                        .into_iter()
                        .map(|n| layout.nodes[n])
                        .collect();
                    for pair in boxes.windows(2) {
                        let end = pair[0].y + pair[0].height;
                        assert!(end <= pair[1].y + 0.5, "{}: {pair:?}", shipped.id);
                    }
                    for place in boxes {
                        let inside = place.y >= -0.5 && place.y + place.height <= 500.5;
                        assert!(inside, "{}: {place:?}", shipped.id);
                    }
                }
            }
        }
    }

    #[test]
    fn the_slope_of_a_ribbon_is_that_of_its_edge() {
        let ribbon = Ribbon {
            start: (0.0, 10.0),
            end: (100.0, 50.0),
            thickness: 8.0,
        };
        for share in [0.1, 0.5, 0.8] {
            let step = (ribbon.y(share + 0.01) - ribbon.y(share - 0.01)) / 2.0;
            assert!((step - ribbon.slope(share)).abs() < 1e-3, "{share}");
        }
        assert_eq!((ribbon.slope(0.0), ribbon.slope(1.0)), (0.0, 0.0));
    }

    #[test]
    fn a_ribbon_covers_its_ends_and_not_what_is_beside_it() {
        let ribbon = Ribbon {
            start: (0.0, 10.0),
            end: (100.0, 50.0),
            thickness: 8.0,
        };
        assert!(ribbon.covers(0.0, 14.0) && ribbon.covers(100.0, 54.0));
        assert!(ribbon.covers(50.0, 34.0) && !ribbon.covers(50.0, 12.0));
        assert!(!ribbon.covers(120.0, 54.0));
    }
}
