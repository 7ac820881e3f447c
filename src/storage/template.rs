//! The projects that a new one can start from, as files of the program.

use crate::project::{Project, Template};

use super::format::{self, Limits};

/// The template in the language with that code, `nb` or else English. Always the same ids: the same bytes each time.
pub fn template(template: Template, language: &str) -> Project {
    let source = match (template, language) {
        (Template::Blank, _) => return Project::default(),
        (Template::Lecture, "nb") => include_str!("../../assets/templates/lecture.nb.nisje.ron"),
        (Template::Lecture, _) => include_str!("../../assets/templates/lecture.en.nisje.ron"),
        (Template::Example, "nb") => include_str!("../../assets/templates/example.nb.nisje.ron"),
        (Template::Example, _) => include_str!("../../assets/templates/example.en.nisje.ron"),
    };
    // A test reads them all.
    format::read(source.as_bytes(), &Limits::default()).unwrap_or_else(|error| {
        log::error!("{template:?} in {language}: {error}");
        Project::default()
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::project::check;

    #[test]
    fn all_are_valid_and_written_as_we_write() {
        for (of, file) in [(Template::Lecture, "lecture"), (Template::Example, "example")] {
            for language in ["en", "nb"] {
                let path = format!("{}/assets/templates/{file}.{language}.nisje.ron", env!("CARGO_MANIFEST_DIR"));
                let bytes = std::fs::read(&path).expect("the template is there");
                let project = format::read(&bytes, &Limits::default()).expect("the template is valid");
                assert_eq!(template(of, language), project);
                assert_eq!(check(&project), Ok(()), "{path}");
                assert_eq!(
                    String::from_utf8(format::write(&project).expect("written")).expect("text"),
                    String::from_utf8_lossy(&bytes)
                );
                assert!(!project.matrix.is_empty(), "{path}");
            }
        }
        assert_eq!(template(Template::Blank, "nb"), Project::default());
    }
}
