//! Slides and figures as shapes: nothing leaves the sheet, no two words touch, and everything can
//! be read from the back of a room.

mod gallery;
mod sheets;
mod worlds;
