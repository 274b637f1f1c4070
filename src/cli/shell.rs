//! What other programs are told of this one: completions for shells, manual pages, schemas for editors.

use std::io::{self, Write as _};

use clap::{Args, CommandFactory as _, ValueEnum};
use clap_complete::Shell;
use corroborate::ClaimSet;
use corroborate::settings::Settings;

use super::arguments::Arguments;
use super::{CONSISTENT, UNABLE, complain, standard};

/// `corroborate completions`
#[derive(Args, Debug)]
#[command(after_help = "Examples:\n  source <(corroborate completions bash)\n  \
    corroborate completions fish > ~/.config/fish/completions/corroborate.fish")]
pub(crate) struct Completions {
    /// The shell
    shell: Shell,
}

/// `corroborate man`
#[derive(Args, Debug)]
#[command(
    after_help = "Examples:\n  corroborate man > corroborate.1\n  corroborate man check > corroborate-check.1"
)]
pub(crate) struct Man {
    /// A command, for a page of its own
    command: Option<String>,
}

/// `corroborate schema`
#[derive(Args, Debug)]
#[command(
    after_help = "Example:\n  corroborate schema > claims/schema.json\n\nA sheet that begins with the line \
    `#:schema ./schema.json` is then completed and\nchecked by editors with a TOML language server."
)]
pub(crate) struct Schema {
    /// What the schema is of
    #[arg(value_enum, value_name = "WHAT", default_value_t = Of::Sheet)]
    of: Of,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Of {
    /// Claim sheets
    Sheet,
    /// corroborate.toml
    Settings,
}

/// Prints the completions of a shell.
pub(super) fn completions(arguments: &Completions) -> io::Result<u8> {
    let mut command = Arguments::command();
    let mut text = Vec::new();
    clap_complete::generate(arguments.shell, &mut command, "corroborate", &mut text);
    print(&text)
}

/// Prints a manual page.
pub(super) fn man(arguments: &Man) -> io::Result<u8> {
    let mut command = Arguments::command();
    command.build();
    let page = match &arguments.command {
        None => command,
        Some(name) => match command.find_subcommand(name) {
            Some(found) => found.clone(),
            None => {
                complain(&format!("there is no command `{name}`"));
                return Ok(UNABLE);
            }
        },
    };
    let mut text = Vec::new();
    clap_mangen::Man::new(page).render(&mut text)?;
    print(&text)
}

/// Prints a JSON Schema.
pub(super) fn schema(arguments: &Schema) -> io::Result<u8> {
    print(match arguments.of {
        Of::Sheet => ClaimSet::SCHEMA.as_bytes(),
        Of::Settings => Settings::SCHEMA.as_bytes(),
    })
}

fn print(text: &[u8]) -> io::Result<u8> {
    let mut out = standard::plain();
    out.write_all(text)?;
    out.flush()?;
    Ok(CONSISTENT)
}
