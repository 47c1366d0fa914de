package batch

import (
	"io"
	"os"
	"path"
	"slices"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// summaryName and journalName are the files a run writes for itself at the top of DIR.
const (
	summaryName = "summary.xlsx"
	journalName = "run.ndjson"
)

// names are what the outputs of the inputs of one folder are called. An output has its
// input's stem; where two inputs would write one name, or one of the run's own, or a
// name taken by a folder, each keeps its own extension in it (b.pdf.xlsx, b.txt.xlsx).
// Names that differ in case only count as one, for systems where they are. file tells
// where an input lies, "" if it is not to be looked into.
func (p *Plan) names(inputs []string, file func(i int) string, occupied map[string]bool, formats []string) []string {
	names := make([]string, len(inputs))
	for i, whole := range inputs {
		names[i] = stem(whole)
	}
	used := make(stems, len(inputs))
	for _, n := range names {
		used[keyOf(fold(n))]++
	}
	foreign := p.foreign(inputs, file, names, used)
	clear(used)
	for i, whole := range inputs {
		if foreign[i] {
			names[i] = whole
			continue
		}
		used[keyOf(fold(names[i]))]++
	}
	// A name that got its extension back may be the stem of another
	// (b.pdf, b.txt and b.pdf.txt), hence until nothing changes.
	for again := true; again; {
		again = false
		for i, whole := range inputs {
			n := names[i]
			if foreign[i] || n == whole || !used.shared(n, formats) && !clash(n, occupied, formats) {
				continue
			}
			names[i], again = whole, true
			used[keyOf(fold(whole))]++
		}
	}
	used = nil // it is as large as what comes
	for i := range names {
		names[i] = shorten(portable(outputName(names[i])))
	}
	number(names, foreign)
	return names
}

// stems counts inputs by the names they take, folded: a folder may hold half a million.
type stems map[digest]int32

// shared reports whether another input takes one of the names that a stem does. It takes
// the stem, which the account knows it by, and its outputs: a.searchable.pdf is one of a
// and one of a.searchable. So it shares with itself taken twice, with one whose stem is an
// output of it, with one of whose outputs it is the stem, and with one that has an output
// in common.
func (s stems) shared(stem string, formats []string) bool {
	stem = fold(stem)
	has := func(other string) bool { return other != stem && s[keyOf(other)] > 0 }
	if s[keyOf(stem)] > 1 {
		return true
	}
	for _, f := range formats {
		if has(stem + "." + f) {
			return true
		}
		if other, ok := strings.CutSuffix(stem, "."+f); ok && has(other) {
			return true
		}
		for _, g := range formats {
			if other, ok := strings.CutSuffix(stem+"."+f, "."+g); ok && has(other) {
				return true
			}
		}
	}
	return false
}

// occupiedNames is the set of names in one folder of DIR that no output may have.
func occupiedNames(dir string, taken []string) map[string]bool {
	set := make(map[string]bool, len(taken)+2)
	for _, name := range taken {
		set[fold(name)] = true
	}
	if dir == "" {
		set[summaryName], set[journalName] = true, true
	}
	return set
}

// clash reports whether the outputs of a stem would take an occupied name.
func clash(stem string, occupied map[string]bool, formats []string) bool {
	return slices.ContainsFunc(formats, func(f string) bool { return occupied[fold(stem+"."+f)] })
}

// number tells apart what has one name even with its extension: a/b.txt and
// c/b.txt both named on the command line, or B.txt and b.txt.
func number(names []string, foreign []bool) {
	used := make(map[digest]bool, len(names))
	next := map[string]int{} // the number to try next, by name: those below are taken
	for i, n := range names {
		if foreign[i] {
			continue
		}
		at := keyOf(fold(n))
		if used[at] {
			key := fold(n)
			k := max(next[key], 2)
			for ; used[at]; k++ {
				names[i] = n + "-" + strconv.Itoa(k)
				at = keyOf(fold(names[i]))
			}
			next[key] = k
		}
		used[at] = true
	}
}

// foreign finds, among inputs that share a stem, those that hold nothing a
// Runner could read. Only those are looked into, and only their first bytes.
func (p *Plan) foreign(inputs []string, file func(i int) string, names []string, used stems) []bool {
	out := make([]bool, len(inputs))
	for i, n := range names {
		if used[keyOf(fold(n))] < 2 {
			continue
		}
		if at := file(i); at != "" {
			out[i] = !p.claims(inputs[i], head(at))
		}
	}
	return out
}

// headBytes is enough of a file to tell its kind.
const headBytes = 64 << 10

func head(file string) []byte {
	f, err := os.Open(file)
	if err != nil {
		return nil
	}
	defer f.Close()
	if info, err := f.Stat(); err != nil || !info.Mode().IsRegular() {
		return nil
	}
	data, _ := io.ReadAll(io.LimitReader(f, headBytes))
	return data
}

// stem is a name without its extension. 2023.12月自评 has none: an extension
// is up to five Latin letters and digits with a letter among them.
func stem(name string) string {
	ext := path.Ext(name)
	if len(ext) < 2 || len(ext) > 6 || len(ext) == len(name) {
		return name
	}
	letters := false
	for _, c := range strings.ToLower(ext[1:]) {
		switch {
		case c >= 'a' && c <= 'z':
			letters = true
		case c < '0' || c > '9':
			return name
		}
	}
	if !letters {
		return name
	}
	return strings.TrimSuffix(name, ext)
}

// fold is one key for names that some file system takes for the same.
func fold(name string) string { return strings.ToLower(norm.NFC.String(name)) }

// longest is what a name may take in bytes, so that with a number and a format
// it is one that file systems hold (255 bytes on Linux).
const longest = 240

// shorten cuts a name between two characters.
func shorten(name string) string {
	if len(name) <= longest {
		return name
	}
	end := longest
	for end > 0 && !utf8.RuneStart(name[end]) {
		end--
	}
	return name[:end]
}

// portable keeps a name from being a device on Windows (con.xlsx, NUL.json).
func portable(name string) string {
	first, rest, dotted := strings.Cut(name, ".")
	up := strings.ToUpper(strings.TrimRight(first, " "))
	device := slices.Contains([]string{"CON", "PRN", "AUX", "NUL", "CONIN$", "CONOUT$"}, up)
	if len(up) == 4 && (strings.HasPrefix(up, "COM") || strings.HasPrefix(up, "LPT")) && up[3] >= '0' && up[3] <= '9' {
		device = true
	}
	switch {
	case !device:
		return name
	case dotted:
		return first + "_." + rest
	}
	return first + "_"
}
