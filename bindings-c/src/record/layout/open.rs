//! What a program opens the engine with, and what it is told.

use crate::record::field::{N, X};
use crate::record::layout::{Words, records};

records! {
    /// What holds a session between calls. `KSOPEN` fills it; a program keeps it as it is, and copies of it end with the first `KSCLOSE`.
    kessai_record_handle = "KSH-HANDLE" {
        /// Not to be changed.
        area: X<32> = "AREA";
    }

    /// Which documents are read, and in which character set records are.
    kessai_record_paths = "KSO-PATHS" {
        /// `JISX0201` (also where nothing stands), `EBCDIK` (CCSID 290), `CP1027` or `UTF-8`. The area itself is in that set.
        charset: X<8> = "CHARSET";
        /// The path of the service document.
        service: X<256> = "SERVICE";
        /// The path of the company document.
        company: X<256> = "COMPANY";
        /// Or the path of an image of both, in their place.
        image: X<256> = "IMAGE";
    }

    /// Why something could not be done: the first finding of several, and how many there are.
    kessai_record_message = "KSM-MESSAGE" {
        /// 0 nothing to say, 4 a warning, 12 an error, 16 a fault of the library.
        severity: N<2> = "SEVERITY";
        /// The number of what is said, in its facility.
        number: N<4> = "NUMBER";
        /// Whose number it is: `KSCALL` a `kessai_status`, `KSDOC` a finding in a document.
        facility: X<8> = "FACILITY";
        /// How many findings there are.
        count: N<4> = "COUNT";
        /// In which file: `S` the service, `C` the company, `I` the image.
        file: X<1> = "FILE" (Words::Letters(&[("OF-SERVICE", "S"), ("OF-COMPANY", "C"), ("OF-IMAGE", "I")]));
        /// In which line, from 1; 0 where that is not known.
        line: N<6> = "LINE";
        /// In which column of it, from 1.
        column: N<6> = "COLUMN";
        /// The code, such as `fee.tiers.unordered`.
        code: X<48> = "CODE";
        /// The place in the document (RFC 6901).
        pointer: X<128> = "POINTER";
        /// What is said, in English; cut where it is longer.
        text: X<200> = "TEXT";
    }

    /// A text for a person.
    kessai_record_text = "KSX-PERSON-TEXT" {
        /// What is wanted the text of: 1 a reason, 2 a missing field, 3 why there is no answer.
        what: N<1> = "WHAT" (Words::Numbers(&[("REASON", 1), ("MISSING", 2), ("ERROR", 3)]));
        /// Which one, from 1.
        at: N<6> = "AT";
        /// `JA` or `EN`; spaces are Japanese.
        language: X<2> = "LANGUAGE" (Words::Letters(&[("JAPANESE", "JA"), ("ENGLISH", "EN")]));
        /// How many bytes of the text are used.
        length: N<4> = "LENGTH";
        /// Whether the text was cut.
        cut: X<1> = "CUT" (Words::Is("IS-CUT"));
        /// The text: Shift_JIS where records are in JIS X 0201, half-width kana in EBCDIC, which has no kanji here (in `EBCDIK` with capitals
        /// alone, as CCSID 290 itself has no small letters).
        text: X<400> = "TEXT";
    }
}
