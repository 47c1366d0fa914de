package ridge

// Usual and Character are for the tests, which stand outside.
var Usual = usualOf

// Character is that of a ridge between two dots along it.
func (r *Ridge) Character(from, to int) character { return r.character(from, to) }
