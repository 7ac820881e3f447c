//! Keys in the order of events, however many of them come in one frame.
//!
//! A key that gives a command or may move the focus has a frame to itself, so that what was typed before is done and what
//! comes after meets the screen that it led to. What a widget can't do yet waits for the next frame; nothing is dropped.

use std::mem::take;

use eframe::egui::{Context, Event, Id, Key, Memory, Modifiers, Plugin, RawInput, Response, Ui};

/// How many frames keys wait for a new focus to settle, at most.
const SETTLES: u8 = 2;

/// Installs the order of keys in a window.
pub fn install(ctx: &Context) {
    ctx.add_plugin(KeyOrder::default());
}

/// Events that wait for a coming frame.
#[derive(Debug, Default)]
struct KeyOrder {
    waiting: Vec<Event>,
    /// What had the focus when the last frame began.
    focused: Option<Id>,
    /// For how many frames keys have waited for the focus.
    waited: u8,
}

impl Plugin for KeyOrder {
    fn debug_name(&self) -> &'static str {
        "key order"
    }

    fn input_hook(&mut self, ctx: &Context, input: &mut RawInput) {
        let mut events = take(&mut self.waiting);
        events.append(&mut input.events);
        // A widget filters the keys that it wants from its first frame with the focus on.
        let focused = ctx.memory(Memory::focused);
        let settles = focused != self.focused && self.waited < SETTLES;
        self.focused = focused;
        let first = events.iter().position(is_typed);
        self.waited = if settles && first.is_some() { self.waited + 1 } else { 0 };
        let end = if settles { first.unwrap_or(events.len()) } else { end_of_frame(&events) };
        self.waiting = events.split_off(end);
        input.events = events;
    }

    fn on_end_pass(&mut self, ui: &mut Ui) {
        if !self.waiting.is_empty() {
            ui.ctx().request_repaint();
        }
    }
}

/// What an event does to the order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// Comes with others: digits, letters, arrows.
    Plain,
    /// Has a frame to itself.
    Alone,
    /// A button of the pointer.
    Pointer,
}

fn kind(event: &Event) -> Option<Kind> {
    match event {
        Event::Key { pressed: true, key, modifiers, .. } => {
            let leads = matches!(key, Key::Enter | Key::Tab | Key::Escape | Key::Insert) || (*key >= Key::F1);
            let walks =
                matches!(key, Key::ArrowUp | Key::ArrowDown | Key::ArrowLeft | Key::ArrowRight | Key::Home | Key::End);
            Some(if leads || (modifiers.command && !walks) { Kind::Alone } else { Kind::Plain })
        }
        Event::Text(_) | Event::Ime(_) => Some(Kind::Plain),
        Event::Copy | Event::Cut | Event::Paste(_) => Some(Kind::Alone),
        Event::PointerButton { .. } => Some(Kind::Pointer),
        _ => None,
    }
}

/// True for what comes from the keyboard.
fn is_typed(event: &Event) -> bool {
    matches!(event, Event::Key { .. }) || matches!(kind(event), Some(Kind::Plain | Kind::Alone))
}

/// The index of the first event that has to wait for the next frame.
fn end_of_frame(events: &[Event]) -> usize {
    let mut before = None;
    for (place, event) in events.iter().enumerate() {
        let Some(kind) = kind(event) else { continue };
        match before {
            Some(before) if before != kind || kind == Kind::Alone => return place,
            _ => before = Some(kind),
        }
    }
    events.len()
}

/// A pressed key.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Press {
    pub key: Key,
    pub modifiers: Modifiers,
    /// Its place on the keyboard, whatever the layout.
    physical: Option<Key>,
}

impl Press {
    pub fn is(self, modifiers: Modifiers, key: Key) -> bool {
        self.key == key && self.modifiers.matches_exact(modifiers)
    }

    /// The key, if it is pressed without a modifier.
    pub fn plain(self) -> Option<Key> {
        self.modifiers.is_none().then_some(self.key)
    }

    /// The digit: typed with or without Shift, as the layout has it, or by the place of the key where the layout has a
    /// sign on it.
    pub fn digit(self) -> Option<u8> {
        const DIGITS: [Key; 10] = [
            Key::Num0,
            Key::Num1,
            Key::Num2,
            Key::Num3,
            Key::Num4,
            Key::Num5,
            Key::Num6,
            Key::Num7,
            Key::Num8,
            Key::Num9,
        ];
        let Modifiers { alt, ctrl, shift, command, .. } = self.modifiers;
        if alt || ctrl || command {
            return None;
        }
        let digit = |key| (0..).zip(DIGITS).find_map(|(digit, other)| (other == key).then_some(digit));
        let has_sign = matches!(
            self.key,
            Key::Quote | Key::Minus | Key::Plus | Key::Equals | Key::Exclamationmark | Key::Slash | Key::Semicolon
        );
        digit(self.key).or_else(|| self.physical.filter(|_| has_sign && !shift).and_then(digit))
    }
}

/// An event of the keyboard.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Typed<'a> {
    Key(Press),
    /// Text that no key before it was taken for.
    Text(&'a str),
    Copy,
    Cut,
    Paste(&'a str),
}

impl<'a> Typed<'a> {
    fn of(event: &'a Event) -> Option<Self> {
        Some(match event {
            Event::Key { key, physical_key, pressed: true, modifiers, .. } => {
                Self::Key(Press { key: *key, modifiers: *modifiers, physical: *physical_key })
            }
            Event::Text(text) => Self::Text(text),
            Event::Copy => Self::Copy,
            Event::Cut => Self::Cut,
            Event::Paste(text) => Self::Paste(text),
            _ => return None,
        })
    }
}

/// What became of an event.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// It is done; the text that the same key typed goes with it.
    Done,
    /// It is left to others.
    Passed,
    /// It waits for the next frame, with all that was typed after it.
    Later,
}

/// Gives each event of the keyboard to `hear`, in order.
pub fn each(ctx: &Context, mut hear: impl FnMut(Typed<'_>) -> Heard) {
    let events = ctx.input_mut(|input| take(&mut input.events));
    let (mut left, mut later) = (Vec::with_capacity(events.len()), Vec::new());
    let mut done_by_key = false;
    for event in events {
        if !later.is_empty() {
            let list = if is_typed(&event) { &mut later } else { &mut left };
            list.push(event);
            continue;
        }
        let Some(typed) = Typed::of(&event) else {
            left.push(event);
            continue;
        };
        if take(&mut done_by_key) && matches!(typed, Typed::Text(_)) {
            continue;
        }
        match hear(typed) {
            Heard::Done => done_by_key = matches!(typed, Typed::Key(_)),
            Heard::Passed => left.push(event),
            Heard::Later => later.push(event),
        }
    }
    ctx.input_mut(|input| input.events = left);
    if !later.is_empty() {
        let order = ctx.plugin_or_default::<KeyOrder>();
        order.lock().waiting.splice(0..0, later);
    }
}

/// Gives each key press to `hear`, in order; it says whether the key was its own.
pub fn presses(ctx: &Context, mut hear: impl FnMut(Press) -> bool) {
    each(ctx, |typed| match typed {
        Typed::Key(press) if hear(press) => Heard::Done,
        _ => Heard::Passed,
    });
}

/// Takes a key. Returns how many times it was pressed.
pub fn pressed(ctx: &Context, modifiers: Modifiers, key: Key) -> usize {
    let mut count = 0;
    presses(ctx, |press| {
        let found = press.is(modifiers, key);
        count += usize::from(found);
        found
    });
    count
}

/// Takes one press of a key. What was typed after it waits for the next frame.
pub fn pressed_once(ctx: &Context, modifiers: Modifiers, key: Key) -> bool {
    let mut found = false;
    each(ctx, |typed| match typed {
        _ if found => Heard::Later,
        Typed::Key(press) if press.is(modifiers, key) => {
            found = true;
            Heard::Done
        }
        _ => Heard::Passed,
    });
    found
}

/// True in the frame in which a field lost the focus by that key.
pub fn left_by(response: &Response, key: Key) -> bool {
    response.lost_focus() && response.ctx.input(|input| input.key_pressed(key))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(key: Key, modifiers: Modifiers) -> Event {
        Event::Key { key, physical_key: None, pressed: true, repeat: false, modifiers }
    }

    fn press(key: Key, physical: Key, modifiers: Modifiers) -> Press {
        Press { key, modifiers, physical: Some(physical) }
    }

    #[test]
    fn a_key_that_leads_on_has_a_frame_to_itself() {
        let plain = |it| key(it, Modifiers::NONE);
        let text = Event::Text("b".to_owned());
        let ends = |events: &[Event]| end_of_frame(events);
        assert_eq!(ends(&[plain(Key::Num1), plain(Key::ArrowDown), text.clone()]), 3);
        assert_eq!(ends(&[text.clone(), plain(Key::Enter), text.clone()]), 1);
        assert_eq!(ends(&[plain(Key::Enter), text.clone()]), 1);
        assert_eq!(ends(&[plain(Key::Tab), plain(Key::Tab)]), 1);
        assert_eq!(ends(&[plain(Key::F2), text.clone()]), 1);
        assert_eq!(ends(&[key(Key::Num2, Modifiers::COMMAND), text]), 1);
        assert_eq!(ends(&[key(Key::ArrowUp, Modifiers::COMMAND), plain(Key::Num3)]), 2);
    }

    #[test]
    fn digits_of_other_layouts() {
        // Norwegian: a digit is a digit, and Shift gives a sign.
        assert_eq!(press(Key::Num2, Key::Num2, Modifiers::NONE).digit(), Some(2));
        assert_eq!(press(Key::Quote, Key::Num2, Modifiers::SHIFT).digit(), None);
        // French: a sign or letter on the key, the digit with Shift.
        assert_eq!(press(Key::Num3, Key::Num3, Modifiers::SHIFT).digit(), Some(3));
        assert_eq!(press(Key::Quote, Key::Num3, Modifiers::NONE).digit(), Some(3));
        // The number pad without its lock.
        assert_eq!(press(Key::End, Key::Num1, Modifiers::NONE).digit(), None);
        assert_eq!(press(Key::Num1, Key::Num1, Modifiers::COMMAND).digit(), None);
    }

    #[test]
    fn what_waits_comes_first_in_the_next_frame() {
        let ctx = Context::default();
        install(&ctx);
        let run = |events: Vec<Event>, hear: &mut dyn FnMut(Typed<'_>) -> Heard| {
            let input = RawInput { events, ..RawInput::default() };
            let mut output = ctx.run_ui(input, |ui| each(ui.ctx(), &mut *hear));
            output.textures_delta.clear();
        };
        let digits = [Key::Num1, Key::Num2, Key::Num3].map(|it| key(it, Modifiers::NONE));
        let mut heard = Vec::new();
        // One a frame.
        for events in [digits.to_vec(), vec![key(Key::Num4, Modifiers::NONE)], vec![], vec![]] {
            let mut busy = false;
            run(events, &mut |typed| {
                let Typed::Key(press) = typed else { return Heard::Passed };
                if std::mem::replace(&mut busy, true) {
                    return Heard::Later;
                }
                heard.push(press.key);
                Heard::Done
            });
        }
        assert_eq!(heard, [Key::Num1, Key::Num2, Key::Num3, Key::Num4]);
    }
}
