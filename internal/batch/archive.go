package batch

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/binary"
	"errors"
	"hash/crc32"
	"io"
	"iter"
	"os"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// An archive is a folder: its members are inputs with paths inside. It is told by its
// name (.zip, .tar, .tar.gz, .tgz) and its first bytes together, so that no other file
// is looked into; an office file that is called .zip is an input like any other.

// ArchiveError says why an archive, or a member of one, is no input that can be read.
type ArchiveError struct {
	Kind string // of a Failure
	Why  ArchiveFault
}

// ArchiveFault is what is wrong with an archive or a member.
type ArchiveFault int

// The faults of archives.
const (
	ArchiveBroken   ArchiveFault = iota // cannot be read on
	ArchiveBomb                         // unpacks to more than any honest one
	ArchiveMembers                      // has too many members
	MemberEncrypted                     // needs a password
	MemberOutside                       // a name that leads out of the archive
	MemberPacked                        // by a method that is not known
	MemberArchive                       // an archive in an archive
)

func (e *ArchiveError) Error() string { return "archive: " + e.Kind }

// Limits of archives.
const (
	mostMembers  = 200_000
	mostUnpacked = 16 << 30
	// An archive that unpacks to more than a gigabyte and two hundred times its size
	// is a bomb.
	largeUnpacked = 1 << 30
	mostRatio     = 200
)

const defaultLimit = 64 << 20

// member is a file in an archive.
type member struct {
	name string // with slashes, as shown
	size int64
	err  error
	open func() (io.ReadCloser, error)
}

// isArchive reports whether a file is one that is looked into.
func isArchive(file string) bool {
	lower := strings.ToLower(file)
	packed := strings.HasSuffix(lower, ".tar.gz") || strings.HasSuffix(lower, ".tgz")
	if !packed && !strings.HasSuffix(lower, ".zip") && !strings.HasSuffix(lower, ".tar") {
		return false
	}
	start := head(file)
	switch {
	case packed:
		return bytes.HasPrefix(start, []byte("\x1f\x8b"))
	case strings.HasSuffix(lower, ".tar"):
		return len(start) > 262 && string(start[257:262]) == "ustar"
	}
	if !bytes.HasPrefix(start, []byte("PK\x03\x04")) && !bytes.HasPrefix(start, []byte("PK\x05\x06")) {
		return false
	}
	z, err := zip.OpenReader(file)
	if err != nil {
		return true // and broken
	}
	defer func() { _ = z.Close() }()
	return !slices.ContainsFunc(z.File, func(f *zip.File) bool {
		return f.Name == "[Content_Types].xml" || f.Name == "mimetype" || f.Name == "OFD.xml"
	})
}

// members yields what an archive holds, in its order. The content of one must be read
// before the next is asked for. An error ends it.
func members(file string) iter.Seq2[member, error] {
	return func(yield func(member, error) bool) {
		f, err := os.Open(file)
		if err != nil {
			yield(member{}, err)
			return
		}
		defer f.Close()
		info, err := f.Stat()
		if err != nil {
			yield(member{}, err)
			return
		}
		guard := &guard{packed: info.Size()}
		checked := func(m member, err error) bool {
			if err == nil {
				err = guard.take(m.size)
			}
			return yield(m, err) && err == nil
		}
		if strings.HasSuffix(strings.ToLower(file), ".zip") {
			zipMembers(f, info.Size(), checked)
			return
		}
		tarMembers(f, file, guard, checked)
	}
}

// guard counts what an archive unpacks to.
type guard struct {
	packed, unpacked int64
	members          int
}

func (g *guard) take(size int64) error {
	g.members++
	g.unpacked += max(size, 0)
	return g.check()
}

func (g *guard) check() error {
	switch {
	case g.members > mostMembers:
		return &ArchiveError{"limit", ArchiveMembers}
	case g.unpacked > mostUnpacked, g.unpacked > largeUnpacked && g.unpacked/mostRatio > g.packed:
		return &ArchiveError{"limit", ArchiveBomb}
	}
	return nil
}

func zipMembers(f *os.File, size int64, yield func(member, error) bool) {
	z, err := zip.NewReader(f, size)
	if err != nil && !errors.Is(err, zip.ErrInsecurePath) {
		yield(member{}, broken())
		return
	}
	for _, f := range z.File {
		mode := f.Mode()
		name := zipName(f)
		if strings.HasSuffix(name, "/") || !mode.IsRegular() {
			continue
		}
		m := member{name: name, size: int64(f.UncompressedSize64), open: f.Open}
		switch {
		case f.Flags&1 != 0:
			m.err = &ArchiveError{"encrypted", MemberEncrypted}
		case f.Method != zip.Store && f.Method != zip.Deflate:
			m.err = &ArchiveError{"unsupported", MemberPacked}
		}
		if !yield(m.safe(), nil) {
			return
		}
	}
}

func tarMembers(f *os.File, file string, g *guard, yield func(member, error) bool) {
	var in io.Reader = f
	if !strings.HasSuffix(strings.ToLower(file), ".tar") {
		unpacked, err := gzip.NewReader(f)
		if err != nil {
			yield(member{}, broken())
			return
		}
		in = unpacked
	}
	t := tar.NewReader(&counted{in, g})
	for {
		h, err := t.Next()
		var bomb *ArchiveError
		switch {
		case errors.Is(err, io.EOF):
			return
		case errors.As(err, &bomb):
			yield(member{}, bomb)
			return
		case err != nil && !errors.Is(err, tar.ErrInsecurePath):
			yield(member{}, broken())
			return
		}
		if h.Typeflag != tar.TypeReg {
			continue
		}
		m := member{name: text(h.Name), size: h.Size, open: func() (io.ReadCloser, error) { return io.NopCloser(t), nil }}
		if !yield(m.safe(), nil) {
			return
		}
	}
}

// counted ends a stream that unpacks to too much.
type counted struct {
	in io.Reader
	g  *guard
}

func (c *counted) Read(p []byte) (int, error) {
	n, err := c.in.Read(p)
	whole := guard{packed: c.g.packed, unpacked: c.g.unpacked + int64(n)}
	if bomb := whole.check(); bomb != nil {
		return n, bomb
	}
	return n, err
}

func broken() error { return &ArchiveError{"damaged", ArchiveBroken} }

// safe refuses names that lead elsewhere.
func (m member) safe() member {
	if !strings.Contains(m.name, "/") {
		m.name = strings.ReplaceAll(m.name, `\`, "/") // as some programs on Windows write them
	}
	clean := path.Clean(m.name)
	drive := len(clean) > 1 && clean[1] == ':'
	switch {
	case path.IsAbs(clean), drive, clean == "..", strings.HasPrefix(clean, "../"), strings.Contains("/"+m.name+"/", "/../"), strings.ContainsRune(clean, 0):
		m.err = &ArchiveError{"unsafe", MemberOutside}
	default:
		m.name = clean
		if m.err == nil && archiveName(clean) {
			m.err = &ArchiveError{"unsupported", MemberArchive}
		}
	}
	m.name = shown(m.name)
	return m
}

func archiveName(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc([]string{".zip", ".tar", ".tgz", ".tar.gz"}, func(ext string) bool { return strings.HasSuffix(lower, ext) })
}

// zipName is the name of a member: as the archive says in UTF-8, else in GBK, which
// Chinese systems write without saying so.
func zipName(f *zip.File) string {
	if name, ok := unicodeName(f); ok {
		return name
	}
	return text(f.Name)
}

func text(name string) string {
	if utf8.ValidString(name) {
		return name
	}
	if s, err := simplifiedchinese.GB18030.NewDecoder().String(name); err == nil && !strings.ContainsRune(s, utf8.RuneError) {
		return s
	}
	return name
}

// unicodeName is the name in the extra field that Info-ZIP defines for it.
func unicodeName(f *zip.File) (string, bool) {
	const unicodePath = 0x7075
	for extra := f.Extra; len(extra) >= 4; {
		id, n := binary.LittleEndian.Uint16(extra), int(binary.LittleEndian.Uint16(extra[2:]))
		if extra = extra[4:]; n > len(extra) {
			break
		}
		if id == unicodePath && n > 5 && binary.LittleEndian.Uint32(extra[1:]) == crc32.ChecksumIEEE([]byte(f.Name)) && utf8.Valid(extra[5:n]) {
			return string(extra[5:n]), true
		}
		extra = extra[n:]
	}
	return "", false
}

// read reads a member, but of one larger than limit only the head.
func (m member) read(limit int64) (Content, error) {
	if m.err != nil {
		return Content{}, m.err
	}
	f, err := m.open()
	if err != nil {
		return Content{}, broken()
	}
	defer f.Close()
	c, err := readLimited(f, limit, min(m.size, limit))
	if err != nil {
		var known *ArchiveError
		if errors.As(err, &known) {
			return Content{}, known
		}
		return Content{}, broken()
	}
	return c, nil
}

// walkArchive yields the members of an archive that are chosen.
func (p *Plan) walkArchive(a folder, formats []string, yield func(Input) bool) bool {
	if p.closed {
		return yield(Input{Path: a.path, File: a.file, Out: a.out, archive: &a})
	}
	bad := func(err error) bool { return yield(Input{Path: a.path, File: a.file, Out: a.out, Err: err}) }
	groups := map[string][]Input{} // by folder
	at := map[string]int{}         // of an input in its group
	var folders []string
	for m, err := range members(a.file) {
		if err != nil {
			return bad(err)
		}
		if m.err != nil || at[m.name] > 0 || !p.inArchive(a, m.name, false) {
			continue
		}
		dir := path.Dir(m.name)
		if groups[dir] == nil {
			folders = append(folders, dir)
		}
		groups[dir] = append(groups[dir], Input{Path: a.path + "/" + m.name, File: a.file, rel: path.Join(a.rel, m.name)})
		at[m.name] = len(groups[dir])
	}
	beside := map[string][]string{} // names of folders, by the folder they lie in
	for _, dir := range folders {
		for d := dir; d != "."; d = path.Dir(d) {
			beside[path.Dir(d)] = append(beside[path.Dir(d)], path.Base(d))
		}
	}
	for _, dir := range folders {
		out := path.Join(a.out, portablePath(dir))
		if out == "." {
			out = ""
		}
		group := groups[dir]
		whole := make([]string, len(group))
		for i := range group {
			whole[i] = group[i].Name()
		}
		names := p.names(whole, func(int) string { return "" }, occupiedNames(out, beside[dir]), formats)
		for i := range group {
			group[i].Out = path.Join(out, names[i])
		}
	}
	limit := p.choice.limit
	if limit <= 0 {
		limit = defaultLimit
	}
	seen := map[string]bool{}
	for m, err := range members(a.file) {
		if err != nil {
			return bad(err)
		}
		if !p.inArchive(a, m.name, true) || seen[m.name] {
			continue
		}
		seen[m.name] = true
		in := Input{Path: a.path + "/" + m.name, File: a.file, rel: path.Join(a.rel, m.name), Err: m.err}
		if m.err == nil {
			in = groups[path.Dir(m.name)][at[m.name]-1]
			if !p.choice.shard.holds(in.rel) {
				p.pass(in.Path, Elsewhere)
				continue
			}
			c, err := m.read(limit)
			in.content, in.Err = &c, err
		} else if !p.choice.shard.holds(in.rel) {
			continue
		}
		if !yield(in) {
			return false
		}
	}
	return true
}

// portablePath is portable for each part of a path.
func portablePath(dir string) string {
	parts := strings.Split(outputName(dir), "/")
	for i, part := range parts {
		parts[i] = portable(part)
		if trimmed := strings.TrimRight(part, ". "); trimmed != part && part != "." {
			parts[i] += "_"
		}
	}
	return path.Join(parts...)
}

// inArchive reports whether a member is chosen.
func (p *Plan) inArchive(a folder, name string, tell bool) bool {
	for part := range strings.SplitSeq(name, "/") {
		if part == "." || part == ".." { // told of, if it leads outside
			continue
		}
		if why, no := passedOver(part); no || part == "__MACOSX" {
			if tell && no {
				p.pass(a.path+"/"+name, why)
			}
			return false
		}
	}
	rel := path.Join(a.rel, name)
	if p.choice.only[a.rel] { // the archive is listed, and with it all of it
		return true
	}
	why, ok := p.choice.wanted(rel, changedAt(a.file))
	if !ok && tell {
		p.pass(a.path+"/"+name, why)
	}
	return ok
}
