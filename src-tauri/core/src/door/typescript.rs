//! Writes the page's types from the list of commands.

use std::{any::TypeId, collections::BTreeMap, fmt::Write as _};
use ts_rs::{Config, TS, TypeVisitor};

/// Types and commands gathered so far.
pub(super) struct Types {
    config: Config,
    seen: Vec<TypeId>,
    declarations: BTreeMap<String, String>,
    commands: String,
    papers: String,
}

const HEAD: &str = "// Written by `desk types` from src-tauri/core/src/door.rs. Do not edit: change the list and run `make types`.\n\n";

impl Types {
    pub fn new() -> Self {
        let config = Config::new().with_large_int("number");
        let mut types = Self {
            config,
            seen: Vec::new(),
            declarations: BTreeMap::new(),
            commands: String::new(),
            papers: String::new(),
        };
        types.visit::<super::Failure>();
        types.visit::<crate::progress::ProgressLine>();
        types.visit::<crate::tray::TrayLine>();
        types
    }

    pub fn command<A: TS + 'static, V: TS + 'static>(&mut self, name: &str) {
        self.visit::<A>();
        self.visit::<V>();
        let (arguments, value) = (A::name(&self.config), V::name(&self.config));
        line(&mut self.commands, format_args!("  '{name}': {{ args: {arguments}; value: {value} }};"));
    }

    pub fn paper<A: TS + 'static>(&mut self, name: &str) {
        self.visit::<A>();
        let arguments = A::name(&self.config);
        line(&mut self.papers, format_args!("  '{name}': {arguments};"));
    }

    pub fn finish(self) -> String {
        let mut text = HEAD.to_owned();
        for declaration in self.declarations.values() {
            line(&mut text, format_args!("{declaration}\n"));
        }
        line(
            &mut text,
            format_args!(
                "/** Every command: what it is given and what it answers. */\nexport interface Commands {{\n{}}}\n",
                self.commands
            ),
        );
        line(
            &mut text,
            format_args!(
                "/** Every paper: what it is given; it answers a file. */\nexport interface Papers {{\n{}}}",
                self.papers
            ),
        );
        text
    }
}

#[allow(clippy::expect_used, reason = "writing into a String cannot fail")]
fn line(text: &mut String, words: std::fmt::Arguments<'_>) {
    writeln!(text, "{words}").expect("BUG: writing into a String cannot fail");
}

impl TypeVisitor for Types {
    fn visit<T: TS + 'static + ?Sized>(&mut self) {
        if self.seen.contains(&TypeId::of::<T>()) {
            return;
        }
        self.seen.push(TypeId::of::<T>());
        T::visit_generics(self);
        T::visit_dependencies(self);
        if T::output_path().is_some() {
            let docs = T::docs().unwrap_or_default();
            let declaration = format!("{docs}export {}", T::decl(&self.config));
            let other = self.declarations.insert(T::ident(&self.config), declaration.clone());
            let own_name = other.is_none_or(|other| other == declaration);
            assert!(own_name, "BUG: two types of the page are called {}", T::ident(&self.config));
        }
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn every_type_of_the_page_has_a_name_of_its_own() {
        let types = crate::door::typescript();
        assert!(types.contains("'start.state': { args: null; value: StartState };"), "{types}");
        assert!(types.contains("export type Which = \"office\" | \"sample\";"), "{types}");
    }
}
