//! Why the system refused something, in words for those who do not read its messages.

use std::io::{self, ErrorKind};

use super::world::Locale;

/// The reason that an error of the system gives, as it stands within a sentence; what has no words
/// here is told in those of the system.
pub fn reason(locale: &Locale, error: &io::Error) -> String {
    let text = &locale.text.window.reasons;
    match error.kind() {
        ErrorKind::StorageFull | ErrorKind::QuotaExceeded => text.full.clone(),
        ErrorKind::FileTooLarge => text.too_large.clone(),
        ErrorKind::PermissionDenied => text.not_allowed.clone(),
        ErrorKind::ReadOnlyFilesystem => text.read_only.clone(),
        ErrorKind::NotFound | ErrorKind::NotADirectory => text.no_folder.clone(),
        ErrorKind::IsADirectory => text.folder.clone(),
        ErrorKind::InvalidFilename | ErrorKind::InvalidInput => text.name.clone(),
        ErrorKind::ResourceBusy | ErrorKind::WouldBlock => text.busy.clone(),
        _ => error.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::Language;

    #[test]
    fn a_full_disk_is_told_in_both_languages() {
        let error = io::Error::from(ErrorKind::StorageFull);
        assert_eq!(
            reason(&Locale::of(Language::En), &error),
            "the disk is full"
        );
        assert_eq!(reason(&Locale::of(Language::Zh), &error), "磁盘已满");
        let other = io::Error::other("a system's own words");
        assert_eq!(
            reason(&Locale::of(Language::Zh), &other),
            "a system's own words"
        );
    }
}
