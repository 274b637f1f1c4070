//! Each mistake that a sheet can have, and how it is answered.

use corroborate::ClaimSet;
use corroborate::render::fancy::Fancy;

#[test]
fn mistakes_are_shown_in_their_place() {
    insta::glob!("../cases/sheets", "*.toml", |path| {
        let name = path.file_name().expect("a name").to_string_lossy().into_owned();
        let source = std::fs::read_to_string(path).expect("a sheet");
        let errors = ClaimSet::parse(name, source).expect_err("a mistake");
        insta::assert_snapshot!(Fancy::plain().diagnostic(&errors));
    });
}

#[test]
fn an_id_of_two_files_is_shown_in_both() {
    let sheet = |path: &str| (path.to_owned(), "[count.arches]\nis = 12\n".to_owned());
    let errors = ClaimSet::compile([sheet("one.toml"), sheet("two.toml")]).expect_err("a mistake");
    insta::assert_snapshot!(Fancy::plain().diagnostic(&errors));
}

#[test]
fn a_name_that_is_nearly_an_entity_is_a_warning() {
    let source = "[entity.yelena]\nname = 'Yelena'\n\n[name.guest]\nis = 'yelna'\nabout = ['guest']\n";
    let claims = ClaimSet::parse("sheet.toml", source).expect("a warning does not refuse a sheet");
    assert_eq!(claims.warnings().len(), 1);
    insta::assert_snapshot!(Fancy::plain().diagnostic(&claims.warnings()[0]));
}

proptest::proptest! {
    /// No text makes the compiler of sheets fall over, and every mark lies within the sheet.
    #[test]
    fn no_text_panics(source in "(\\[(count|date|name|entity)\\.[a-c]\\]\n|is = (1|'x'|2025-02-1)\n|[a-z]{1,4} = \\[?\"[a-é@+]{0,3}\"\\]?\n|\\PC{0,6}){0,8}") {
        if let Err(errors) = ClaimSet::parse("sheet.toml", source.clone()) {
            for mistake in errors.mistakes() {
                proptest::prop_assert!(mistake.place().span.end <= source.len());
            }
            let shown = Fancy::plain().diagnostic(&errors);
            proptest::prop_assert!(!shown.contains("Failed to read contents"), "{}", shown);
        }
    }
}
