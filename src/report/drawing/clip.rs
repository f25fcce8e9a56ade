//! Cuts curves where a plot ends. Heights are shares of an axis: 0 its low end, 1 its high end.

/// A point: calendar year and height.
type Point = (f64, f64);
/// A step of a band: calendar year, lower and upper height.
type Step = (f64, f64, f64);

/// The pieces of a line within years and between the ends of the axis; a height that is not finite
/// is a gap.
pub fn lines(points: &[Point], years: (f64, f64)) -> Vec<Vec<Point>> {
    let mut pieces: Vec<Vec<Point>> = Vec::new();
    let mut is_open = false;
    for pair in points.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        let inside = if from.1.is_finite() && to.1.is_finite() {
            within(from, to, (years, (0.0, 1.0)))
        } else {
            None
        };
        // A segment that only touches the edge leaves no mark.
        let Some((start, end)) = inside.filter(|(start, end)| start < end) else {
            is_open = false;
            continue;
        };
        if !(is_open && start <= 0.0) {
            pieces.push(vec![between(from, to, start)]);
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(between(from, to, end));
        }
        is_open = end >= 1.0;
    }
    pieces.retain(|piece| piece.first() != piece.last());
    pieces
}

/// The pieces of a band within years; what lies beyond an end of the axis is moved to it.
pub fn bands(steps: &[Step], years: (f64, f64)) -> Vec<Vec<Step>> {
    let is_finite = |step: &Step| step.1.is_finite() && step.2.is_finite();
    steps
        .split(|step| !is_finite(step))
        .map(|run| band(run, years))
        .filter(|piece| piece.len() > 1)
        .collect()
}

fn band(steps: &[Step], (first, last): (f64, f64)) -> Vec<Step> {
    let mut piece: Vec<Step> = Vec::new();
    for pair in steps.windows(2) {
        let (from, to) = (pair[0], pair[1]);
        if to.0 <= first || from.0 >= last || from.0 >= to.0 {
            continue;
        }
        let share = |year: f64| ((year - from.0) / (to.0 - from.0)).clamp(0.0, 1.0);
        let (start, end) = (share(first), share(last));
        let mut shares = vec![start, end];
        for (a, b) in [(from.1, to.1), (from.2, to.2)] {
            shares.extend([0.0, 1.0].map(|edge| (edge - a) / (b - a)));
        }
        shares.retain(|share| (start..=end).contains(share));
        shares.sort_by(f64::total_cmp);
        let at = |share: f64| {
            let mix = |a: f64, b: f64| (a + (b - a) * share).clamp(0.0, 1.0);
            let year = from.0 + (to.0 - from.0) * share;
            (year, mix(from.1, to.1), mix(from.2, to.2))
        };
        piece.extend(shares.into_iter().map(at));
    }
    piece.dedup();
    piece
}

fn between(from: Point, to: Point, share: f64) -> Point {
    if share <= 0.0 {
        from
    } else if share >= 1.0 {
        to
    } else {
        let mix = |a: f64, b: f64| a + (b - a) * share;
        (mix(from.0, to.0), mix(from.1, to.1))
    }
}

/// From which to which share of its way a segment runs within a box of lows and highs; `None`
/// where it does not.
pub fn within(
    from: Point,
    to: Point,
    (across, up): ((f64, f64), (f64, f64)),
) -> Option<(f64, f64)> {
    let (mut start, mut end) = (0.0_f64, 1.0_f64);
    for (at, step, (low, high)) in [(from.0, to.0 - from.0, across), (from.1, to.1 - from.1, up)] {
        if step == 0.0 {
            if !(low..=high).contains(&at) {
                return None;
            }
            continue;
        }
        let (one, other) = ((low - at) / step, (high - at) / step);
        start = start.max(one.min(other));
        end = end.min(one.max(other));
    }
    (start <= end).then_some((start, end))
}

#[cfg(test)]
mod tests {
    use super::*;

    const YEARS: (f64, f64) = (2022.0, 2024.0);

    #[test]
    fn lines_are_cut_at_the_years() {
        let points = [(2020.0, 0.0), (2024.0, 0.4), (2026.0, 0.8)];
        assert_eq!(lines(&points, YEARS), [[(2022.0, 0.2), (2024.0, 0.4)]]);
    }

    #[test]
    fn lines_are_cut_at_the_ends_of_the_axis() {
        let points = [(2022.0, 0.5), (2023.0, 1.5), (2024.0, 0.5)];
        let pieces = [
            [(2022.0, 0.5), (2022.5, 1.0)],
            [(2023.5, 1.0), (2024.0, 0.5)],
        ];
        assert_eq!(lines(&points, YEARS), pieces);
    }

    #[test]
    fn what_is_not_finite_is_a_gap() {
        let points = [
            (2022.0, 0.5),
            (2022.5, 0.5),
            (2023.0, f64::NAN),
            (2023.5, 0.2),
            (2024.0, f64::INFINITY),
        ];
        assert_eq!(lines(&points, YEARS), [[(2022.0, 0.5), (2022.5, 0.5)]]);
        let bounds = points.map(|(year, high)| (year, 0.0, high));
        let pieces = bands(&bounds, YEARS);
        assert_eq!(pieces, [[(2022.0, 0.0, 0.5), (2022.5, 0.0, 0.5)]]);
    }

    #[test]
    fn bands_are_bent_at_the_ends_of_the_axis() {
        let steps = [(2022.0, 0.0, 0.5), (2024.0, 0.0, 1.5)];
        let bent = [(2022.0, 0.0, 0.5), (2023.0, 0.0, 1.0), (2024.0, 0.0, 1.0)];
        assert_eq!(bands(&steps, YEARS), [bent]);
    }

    #[test]
    fn what_lies_beside_the_years_is_gone() {
        let points = [(2025.0, 0.5), (2026.0, 0.5)];
        assert!(lines(&points, YEARS).is_empty());
        assert!(bands(&points.map(|(year, high)| (year, 0.0, high)), YEARS).is_empty());
    }
}
