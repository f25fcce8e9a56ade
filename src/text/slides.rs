//! Words in and around the panel of slides, and the names of what slides show.

use std::collections::BTreeMap;

use serde::Deserialize;

use super::Template;

/// Words in and around the panel of slides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlidesText {
    /// Heading of the panel.
    pub title: String,
    /// What closes the panel.
    pub close: String,
    /// What slides are for, where there are none.
    pub empty: String,
    /// The button that adds a slide of what is on screen.
    pub capture: String,
    /// What it does: `keys`.
    pub capture_hint: Template,
    /// The button that gives the talk.
    pub present: String,
    /// From where on: `number`, `keys`.
    pub present_hint: Template,
    /// The list, and what can be done with a slide.
    pub list: SlideListText,
    /// The form for one slide.
    pub form: SlideFormText,
    /// What slides can show, by the ids of files.
    pub exhibits: BTreeMap<String, String>,
    /// What swings a result, as an exhibit: `name`.
    pub swings: Template,
    /// What moved a result, as an exhibit: `name`.
    pub moves: Template,
}

/// Words in the list of slides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlideListText {
    /// A slide for those who cannot see it: `number`, `title`, `about`.
    pub row: Template,
    /// Between what a slide shows and in which world.
    pub separator: String,
    /// That a slide has a note.
    pub has_note: String,
    /// The world of a slide: that of the scenario.
    pub follows: String,
    /// The same: its own, in which nothing differs from the baseline.
    pub as_baseline: String,
    /// The same: its own, in which one lever differs.
    pub one_differs: String,
    /// The same: its own, in which so many levers differ: `count`.
    pub differ: Template,
    /// What can be done with a slide: `number`.
    pub more: Template,
    /// Begin the talk with it.
    pub present: String,
    /// Let it show the world as it stands.
    pub capture_into: String,
    /// The same slide again.
    pub duplicate: String,
    /// Before the slide above it.
    pub move_up: String,
    /// Behind the slide below it.
    pub move_down: String,
    /// Away with it.
    pub remove: String,
    /// What the keys of these are called.
    pub keys: SlideKeysText,
}

/// Keys of the list of slides.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlideKeysText {
    /// That which moves a slide up.
    pub up: String,
    /// That which moves it down.
    pub down: String,
    /// That which removes it.
    pub remove: String,
}

/// Words in the form for one slide.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlideFormText {
    /// Heading of the form: `number`.
    pub heading: Template,
    /// The languages its words can be written in: English, Chinese.
    pub languages: [String; 2],
    /// What it says.
    pub title: SlideWordsText,
    /// What stands below that.
    pub caption: SlideWordsText,
    /// What the speaker wants to remember.
    pub note: SlideWordsText,
    /// A title that is empty in both languages, where a finding is shown instead: `words`.
    pub as_finding: Template,
    /// A caption that is empty in both languages.
    pub caption_hint: String,
    /// A note that is empty in both languages.
    pub note_hint: String,
    /// A field that is empty in English only, where Chinese is shown instead: `words`.
    pub as_chinese: Template,
    /// The same the other way round: `words`.
    pub as_english: Template,
    /// What may stand in braces.
    pub braces: String,
    /// That words which cannot be read are not taken over: `what`, `hint`.
    pub refused: Template,
    /// The field of a menu of results.
    pub search_results: String,
    /// What it shows.
    pub exhibit: String,
    /// The field of the menu of what it can show.
    pub search_exhibits: String,
    /// The flow of money and walls of key figures, as a group of that menu.
    pub other_exhibits: String,
    /// The year in view.
    pub year: String,
    /// The years that a chart shows.
    pub years: String,
    /// Two years and those between: `first`, `last`.
    pub span: Template,
    /// The levers below the chart.
    pub levers: String,
    /// One more lever.
    pub add_lever: String,
    /// Why there can be no more: `most`.
    pub enough_levers: Template,
    /// One lever less: `lever`.
    pub remove_lever: Template,
    /// In which world it is shown.
    pub world: String,
    /// That of the scenario.
    pub follows: String,
    /// Its own, in which nothing differs from the baseline.
    pub as_baseline: String,
    /// Its own: `levers` with their values.
    pub captured: Template,
    /// A lever with its value: `lever`, `value`.
    pub lever: Template,
    /// Between two of them.
    pub separator: String,
    /// How many more there are: `count`.
    pub more: Template,
    /// Let it show the world as it stands.
    pub capture_again: String,
    /// Let it show whatever the scenario is.
    pub follow: String,
}

/// Words around a field of words.
#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SlideWordsText {
    /// Its name.
    pub name: String,
    /// The button that puts a result in.
    pub insert: String,
}
