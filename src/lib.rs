//! Suanli 算力: a what-if model of AI-compute demand, supply, prices and the supplier value chain.
//!
//! The layers, each importing only from its left:
//! `number → model → analysis → scenario → evidence → report → app → {ui, cli} → main`.
//! `text`, `theme` and `format` are leaves. Only `ui` and `main` name egui; only `cli` and `main`
//! name clap; only `scenario::file`, `app` and `main` touch the disk.

pub mod analysis;
pub mod app;
pub mod cli;
pub mod evidence;
pub mod format;
pub mod model;
pub mod number;
pub mod report;
pub mod scenario;
pub mod text;
pub mod theme;
#[cfg(feature = "gui")]
pub mod ui;
