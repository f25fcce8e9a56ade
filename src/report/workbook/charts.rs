//! The sheet of the charts: the main results, drawn by the spreadsheet from the cells.

use rust_xlsxwriter::{
    Chart, ChartFormat, ChartLegendPosition, ChartLine, ChartSolidFill, ChartType, ColNum, RowNum,
    Worksheet, XlsxError,
};

use super::places::{HEAD, Quantity, column_of};
use super::{Book, cell, style};
use crate::model::{Measure, Segment, Series, Year};
use crate::report::money_flow::segment_role;
use crate::report::segment_table::segment_name;
use crate::theme::Role;

// Two charts side by side, in cells of 64 × 20 pixels.
const WIDTH: u32 = 688;
const HEIGHT: u32 = 380;
const COLUMNS_APART: ColNum = 11;
const ROWS_APART: RowNum = 20;
const FIRST_ROW: RowNum = 2;

pub(super) fn write(page: &mut Worksheet, book: &Book<'_>) -> Result<(), XlsxError> {
    cell::write_words(page, (0, 0), &book.title(), &style::title())?;
    page.set_screen_gridlines(false)
        .set_landscape()
        .set_print_fit_to_pages(1, 1);
    let charts = [need, supply, scissors, captured, rent, payback];
    for (place, chart) in charts.into_iter().enumerate() {
        let row = FIRST_ROW + (place as RowNum / 2) * ROWS_APART;
        let column = (place as ColNum % 2) * COLUMNS_APART;
        page.insert_chart(row, column, &chart(book))?;
    }
    Ok(())
}

/// Need by category, and what is installed.
fn need(book: &Book<'_>) -> Chart {
    let text = &book.locale.text.charts;
    let mut chart = framed(
        book,
        ChartType::AreaStacked,
        &text.need_subtitle,
        Series::Need,
    );
    for (series, role, name) in [
        (Series::NeedTraining, Role::Training, &text.training),
        (Series::NeedInference, Role::Inference, &text.inference),
        (Series::NeedFinetuning, Role::Finetuning, &text.finetuning),
        (Series::NeedOther, Role::Other, &text.other_ai),
    ] {
        add(&mut chart, book, series, name, &filled(role));
    }
    let mut stock = Chart::new(ChartType::Line);
    add(
        &mut stock,
        book,
        Series::Stock,
        &text.installed,
        &drawn(Role::Text1),
    );
    chart.combine(&stock);
    chart
}

/// What is wanted, what chips and power allow, and the premium that parts them.
fn supply(book: &Book<'_>) -> Chart {
    let text = &book.locale.text.charts;
    let mut chart = framed(book, ChartType::Line, &text.supply_subtitle, Series::Wanted);
    for (series, role, name) in [
        (Series::Wanted, Role::Accent, &text.wanted),
        (Series::ChipSupply, Role::BindingChips, &text.chips_allow),
        (Series::PowerSupply, Role::BindingPower, &text.power_allows),
    ] {
        add(&mut chart, book, series, name, &drawn(role));
    }
    let mut premium = Chart::new(ChartType::Line);
    let format = drawn(Role::Bad);
    add(&mut premium, book, Series::Premium, &text.premium, &format).set_secondary_axis(true);
    chart.y2_axis().set_name(text.premium_unit.as_str());
    chart.combine(&premium);
    chart
}

/// Need and compute per dollar as indices.
fn scissors(book: &Book<'_>) -> Chart {
    const DECADES: u16 = 10;
    let text = &book.locale.text.charts;
    let (need, per_dollar) = (Series::ComputeIndex, Series::PricePerformanceIndex);
    let mut chart = framed(book, ChartType::Line, &text.scissors_subtitle, need);
    chart.y_axis().set_log_base(DECADES);
    add(
        &mut chart,
        book,
        need,
        &text.need_index,
        &drawn(Role::Accent),
    );
    let format = drawn(Role::PerDollar);
    add(&mut chart, book, per_dollar, &text.per_dollar, &format);
    chart
}

/// What each segment keeps, which sums to all spending.
fn captured(book: &Book<'_>) -> Chart {
    let title = &book.locale.text.workbook.captured_title;
    let mut chart = framed(book, ChartType::ColumnStacked, title, Series::CapturedTotal);
    let world = book.world();
    for &segment in Segment::ALL {
        let series = Series::of_segment(segment, Measure::Captured);
        let name = segment_name(&world, segment);
        add(
            &mut chart,
            book,
            series,
            name,
            &filled(segment_role(segment)),
        );
    }
    chart.legend().set_position(ChartLegendPosition::Right);
    chart
}

/// The market rent, and the rent at which a lessor breaks even.
fn rent(book: &Book<'_>) -> Chart {
    let text = &book.locale.text.leasing;
    let mut chart = framed(book, ChartType::Line, &text.rent_subtitle, Series::Rent);
    add(
        &mut chart,
        book,
        Series::Rent,
        &text.rent,
        &drawn(Role::Accent),
    );
    let format = drawn(Role::PerDollar);
    add(
        &mut chart,
        book,
        Series::BreakevenRent,
        &text.breakeven,
        &format,
    );
    chart
}

/// How long a card takes to pay back.
fn payback(book: &Book<'_>) -> Chart {
    let text = &book.locale.text.leasing;
    let series = Series::LeasePayback;
    let mut chart = framed(book, ChartType::Line, &text.payback_subtitle, series);
    add(
        &mut chart,
        book,
        series,
        &text.payback,
        &drawn(Role::Accent),
    );
    chart
}

/// An empty chart with a title, and the unit of a series on its axis.
fn framed(book: &Book<'_>, kind: ChartType, title: &str, series: Series) -> Chart {
    const TITLE_SIZE: f64 = 12.0;
    let unit = book.locale.numbers.plain_name(&series.info().unit);
    let mut chart = Chart::new(kind);
    chart.set_width(WIDTH).set_height(HEIGHT);
    chart
        .title()
        .set_name(title)
        .set_font(rust_xlsxwriter::ChartFont::new().set_size(TITLE_SIZE));
    chart.legend().set_position(ChartLegendPosition::Bottom);
    chart.y_axis().set_name(unit);
    chart
        .y_axis()
        .set_major_gridlines_line(ChartLine::new().set_color(style::color(Role::Stroke)));
    chart
}

/// A series of a chart: the cells of a result, over the years.
fn add<'a>(
    chart: &'a mut Chart,
    book: &Book<'_>,
    series: Series,
    name: &str,
    format: &ChartFormat,
) -> &'a mut rust_xlsxwriter::ChartSeries {
    let (sheet, row) = book.places.row(Quantity::Series(series));
    let sheet = book.places.name(sheet);
    let [first, last] = [Year::BASE, Year::LAST].map(column_of);
    chart
        .add_series()
        .set_name(name)
        .set_categories((sheet, HEAD, first, HEAD, last))
        .set_values((sheet, row, first, row, last))
        .set_format(&mut format.clone())
}

fn filled(role: Role) -> ChartFormat {
    let mut format = ChartFormat::new();
    format.set_solid_fill(ChartSolidFill::new().set_color(style::color(role)));
    format
}

fn drawn(role: Role) -> ChartFormat {
    const POINTS: f64 = 2.25;
    let mut format = ChartFormat::new();
    format.set_line(
        ChartLine::new()
            .set_color(style::color(role))
            .set_width(POINTS),
    );
    format
}
