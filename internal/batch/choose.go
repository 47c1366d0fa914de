package batch

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"
)

// Choice says which of the files in the folders of a plan are inputs. Files named on
// the command line are, whatever it says.
type Choice struct {
	// Include and Exclude are globs as rclone knows them, on the path inside the
	// folder: * and ? within a name, ** over folders, [a-z], {a,b}; / at the beginning
	// holds it to the top, / at the end means all that lies below. What is included by
	// none, or excluded by one, is no input.
	Include, Exclude []string
	// Only lists paths inside the folder; nil means all.
	Only []string
	// Newer is when an input must have been changed last, at the earliest.
	Newer time.Time
	Shard Shard
	// Limit is how many bytes of a packed input are read; 0 means 64 MB.
	Limit int64
}

// BadGlobError says what is wrong with a glob.
type BadGlobError struct{ Glob string }

func (e *BadGlobError) Error() string { return "bad glob: " + e.Glob }

// Passed says why a file is no input.
type Passed string

// The reasons for passing a file over.
const (
	Hidden    Passed = "hidden"
	LockFile  Passed = "lock-file" // of an office program
	NoFile    Passed = "no-file"   // a link, a device
	Excluded  Passed = "excluded"
	Unlisted  Passed = "unlisted" // not in Only
	Older     Passed = "older"
	Elsewhere Passed = "shard" // another shard's
	Own       Passed = "own"   // written by an earlier run
)

// choice is a Choice made ready.
type choice struct {
	include, exclude []glob
	only             map[string]bool
	newer            time.Time
	shard            Shard
	limit            int64
}

type glob struct {
	re    *regexp.Regexp
	below bool // it matches all below what it matches
}

// Choose narrows a plan. Paths of Only that are not there are a *MissingError; there
// must be one folder then.
func (p *Plan) Choose(c Choice) error {
	p.choice = choice{newer: c.Newer, shard: c.Shard, limit: c.Limit}
	for _, list := range []struct {
		from []string
		to   *[]glob
	}{{c.Include, &p.choice.include}, {c.Exclude, &p.choice.exclude}} {
		for _, text := range list.from {
			g, err := compile(text)
			if err != nil {
				return &BadGlobError{text}
			}
			*list.to = append(*list.to, g)
		}
	}
	if c.Only == nil {
		return nil
	}
	if len(p.folders) != 1 || p.folders[0].archive {
		return ErrOneFolder
	}
	p.choice.only = map[string]bool{}
	var missing []string
	for _, name := range c.Only {
		name = path.Clean(filepath.ToSlash(name))
		info, err := os.Lstat(filepath.Join(p.folders[0].file, filepath.FromSlash(name)))
		if errors.Is(err, fs.ErrNotExist) || err == nil && info.IsDir() || !filepath.IsLocal(filepath.FromSlash(name)) {
			missing = append(missing, name)
		}
		p.choice.only[shown(name)] = true
	}
	if missing != nil {
		return &MissingError{missing}
	}
	return nil
}

// ErrOneFolder says that a list of paths inside a folder needs one folder.
var ErrOneFolder = errors.New("a list of paths needs one folder")

func (p *Plan) pass(path string, why Passed) {
	if p.passed != nil {
		p.passed(path, why)
	}
}

// wanted reports whether a file inside a folder is chosen; rel is its path there.
func (c *choice) wanted(rel string, changed func() time.Time) (Passed, bool) {
	switch {
	case c.only != nil && !c.only[rel]:
		return Unlisted, false
	case len(c.include) > 0 && !matches(c.include, rel), matches(c.exclude, rel):
		return Excluded, false
	case !c.newer.IsZero() && changed().Before(c.newer):
		return Older, false
	}
	return "", true
}

// excludes reports that a file is excluded by its own name.
func (c *choice) excludes(rel string) bool { return matches(c.exclude, rel) }

func matches(list []glob, rel string) bool {
	return slices.ContainsFunc(list, func(g glob) bool { return g.re.MatchString(rel) })
}

// barred reports whether all that lies in a folder is excluded.
func (c *choice) barred(rel string) bool {
	for _, g := range c.exclude {
		if g.below && g.re.MatchString(rel+"/x") {
			return true
		}
	}
	return false
}

// compile makes a regular expression of a glob.
func compile(text string) (glob, error) {
	rest, anchored := strings.CutPrefix(text, "/")
	if strings.HasSuffix(rest, "/") {
		rest += "**"
	}
	if rest == "" {
		return glob{}, errors.New("empty")
	}
	var b strings.Builder
	b.WriteString(map[bool]string{true: "^", false: "(^|/)"}[anchored])
	depth := 0
	for i := 0; i < len(rest); i++ {
		switch c := rest[i]; c {
		case '*':
			if strings.HasPrefix(rest[i:], "**") {
				b.WriteString(".*")
				i++
			} else {
				b.WriteString("[^/]*")
			}
		case '?':
			b.WriteString("[^/]")
		case '[':
			end := strings.IndexByte(rest[i+1:], ']')
			if end < 1 {
				return glob{}, fmt.Errorf("[ without ]")
			}
			class := rest[i+1 : i+1+end]
			if n, ok := strings.CutPrefix(class, "!"); ok {
				class = "^" + n
			}
			b.WriteString("[" + strings.ReplaceAll(class, `\`, `\\`) + "]")
			i += end + 1
		case '{':
			depth++
			b.WriteString("(?:")
		case '}':
			depth--
			b.WriteString(")")
		case ',':
			b.WriteString(map[bool]string{true: "|", false: ","}[depth > 0])
		case '\\':
			if i++; i == len(rest) {
				return glob{}, errors.New("\\ at the end")
			}
			b.WriteString(regexp.QuoteMeta(rest[i : i+1]))
		default:
			b.WriteString(regexp.QuoteMeta(rest[i : i+1]))
		}
		if depth < 0 {
			return glob{}, errors.New("} without {")
		}
	}
	if depth != 0 {
		return glob{}, errors.New("{ without }")
	}
	re, err := regexp.Compile("(?s)" + b.String() + "$")
	return glob{re, strings.HasSuffix(rest, "**")}, err
}
