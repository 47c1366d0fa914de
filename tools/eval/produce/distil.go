package produce

import "slices"

// postscript prints to PostScript with one program and distils that with
// another, as printers that make files do.
func postscript(first maker, extra ...string) maker {
	ps := through(first, []string{"pdftops"}, func(in, out string) []string {
		return append(slices.Clone(extra), in, out)
	})
	return through(ps, []string{"ps2pdf"}, func(in, out string) []string { return []string{in, out} })
}

func mutool(first maker, options ...string) maker {
	return through(first, []string{"mutool"}, func(in, out string) []string {
		return append(append([]string{"clean"}, options...), in, out)
	})
}

func pdftocairo(first maker) maker {
	return through(first, []string{"pdftocairo"}, func(in, out string) []string { return []string{"-pdf", in, out} })
}

func pdftk(first maker, options ...string) maker {
	return through(first, []string{"pdftk"}, func(in, out string) []string {
		return append([]string{in, "output", out}, options...)
	})
}
