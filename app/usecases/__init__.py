"""What a person does: plain functions over the store. No Qt, no SQL; the time is handed in."""
