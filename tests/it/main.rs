//! Nisje from outside: what it writes, opened by other readers.

mod exports;
