package main

// colourModes are the values of --color.
var colourModes = []string{"auto", "always", "never"}

// coloured reports whether what is printed on standard output has colours: where it is
// a terminal that shows them and nothing says that its user wants none, or where they
// are asked for.
func (a *app) coloured() bool {
	switch {
	case a.colours, a.colour == "always":
		return true
	case a.colour == "never":
		return false
	}
	return a.stdoutTTY && a.console.escapes && a.getenv("NO_COLOR") == "" && a.getenv("TERM") != "dumb"
}
