//! The life of an order.

use alloc::string::String;

use serde::de::{self, Deserializer};
use serde::ser::Serializer;
use serde::{Deserialize, Serialize};

use crate::life::{Advance, Event, Order};
use crate::serialize::{hand_on, text_of};

serialize_as! {
    Order<'_>: |order, out| out.push_str(&order.to_json());
    Event<'_>: |event, out| out.push_str(&event.to_json());
    Advance<'_, '_>: |answer, out| answer.write_json(out);
}

deserialize_owned! { Order Event }
