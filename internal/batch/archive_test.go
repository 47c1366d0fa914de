package batch

import (
	"archive/tar"
	"archive/zip"
	"bytes"
	"compress/gzip"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"golang.org/x/text/encoding/simplifiedchinese"
)

// packed is a member for a test: a name as its bytes, and what it holds.
type packed struct{ name, text string }

func writeZip(t *testing.T, file string, flags uint16, list ...packed) {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, p := range list {
		h := &zip.FileHeader{Name: p.name, NonUTF8: flags&0x800 == 0, Flags: flags, Method: zip.Deflate}
		w, err := z.CreateHeader(h)
		if err == nil {
			_, err = io.WriteString(w, p.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	raw := b.Bytes()
	if flags&1 != 0 { // the writer takes the flag for its own and leaves it out
		for i := 0; i+10 < len(raw); i++ {
			switch string(raw[i : i+4]) {
			case "PK\x03\x04":
				raw[i+6] |= 1
			case "PK\x01\x02":
				raw[i+8] |= 1
			}
		}
	}
	tree(t, filepath.Dir(file), filepath.Base(file), string(raw))
}

func writeTar(t *testing.T, file string, list ...packed) {
	t.Helper()
	var b bytes.Buffer
	g := gzip.NewWriter(&b)
	w := tar.NewWriter(g)
	for _, p := range list {
		h := &tar.Header{Name: p.name, Size: int64(len(p.text)), Mode: 0o644, Typeflag: tar.TypeReg}
		if strings.HasPrefix(p.text, "->") {
			h.Typeflag, h.Linkname, h.Size = tar.TypeSymlink, p.text[2:], 0
			p.text = ""
		}
		if err := w.WriteHeader(h); err != nil {
			t.Fatal(err)
		}
		if _, err := io.WriteString(w, p.text); err != nil {
			t.Fatal(err)
		}
	}
	if err := errors.Join(w.Close(), g.Close()); err != nil {
		t.Fatal(err)
	}
	tree(t, filepath.Dir(file), filepath.Base(file), b.String())
}

func gbk(t *testing.T, s string) string {
	t.Helper()
	out, err := simplifiedchinese.GBK.NewEncoder().String(s)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// Members of archives are inputs with paths inside; names in GBK are read.
func TestArchives(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a")
	writeZip(t, filepath.Join(in, "z.zip"), 0, packed{gbk(t, "局/自评表.txt"), "form 1"}, packed{gbk(t, "局/自评表.csv"), "form 2"}, packed{"b.txt", "form b"},
		packed{"__MACOSX/b.txt", "form"}, packed{"x/.hidden", "form"}, packed{"x/", ""}, packed{"con/nul.txt", "form n"})
	writeTar(t, filepath.Join(in, "sub", "y.tar.gz"), packed{"./d/e.txt", "form e!"}, packed{"link", "->/etc/passwd"}, packed{"f.txt", "letter"})
	totals := newRun(out, in).do(t)
	want(t, "totals", totals, Totals{Inputs: 7, OK: 6, Skipped: 1, Findings: map[string]int{"error": 1}, Account: Accounted{Inputs: 7}})
	want(t, "lines", brief(t, in, out), []string{
		"a.txt ok a.xlsx a.json",
		"sub/y.tar.gz/d/e.txt ok sub/y.tar.gz/d/e.xlsx sub/y.tar.gz/d/e.json", "sub/y.tar.gz/f.txt skipped",
		"z.zip/b.txt ok z.zip/b.xlsx z.zip/b.json",
		"z.zip/con/nul.txt ok z.zip/con_/nul_.xlsx z.zip/con_/nul_.json",
		"z.zip/局/自评表.csv ok z.zip/局/自评表.csv.xlsx z.zip/局/自评表.csv.json",
		"z.zip/局/自评表.txt ok z.zip/局/自评表.txt.xlsx z.zip/局/自评表.txt.json",
	})
	want(t, "again", newRun(out, in).do(t).Reused, 7)

	alone := filepath.Join(dir, "alone")
	newRun(alone, filepath.Join(in, "sub", "y.tar.gz")).do(t)
	want(t, "an archive that is named is mirrored as a folder is", listing(t, alone), []string{"d/e.json", "d/e.xlsx", "run.ndjson", "summary.xlsx"})
	want(t, "chosen inside", chosen(t, in, Choice{Include: []string{"*.csv"}}), []string{"z.zip/局/自评表.csv"})
	want(t, "archives passed over", chosen(t, in, Choice{Exclude: []string{"*.zip", "*.tar.gz"}}), []string{"a.txt"})
	want(t, "a listed archive", chosen(t, in, Choice{Only: []string{"sub/y.tar.gz"}}), []string{"sub/y.tar.gz/d/e.txt", "sub/y.tar.gz/f.txt"})
}

// What is wrong with an archive is told of the member, or of the archive where it
// cannot be read on; the others are done.
func TestBadArchives(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	zeros := strings.Repeat("\x00", 1<<20)
	for name, c := range map[string]struct {
		make func(file string)
		want []ArchiveFault
		ok   int
	}{
		"escape.zip": {func(f string) {
			writeZip(t, f, 0x800, packed{"../../etc/x.txt", "form"}, packed{"/abs.txt", "form"}, packed{`..\w.txt`, "form"}, packed{"C:/c.txt", "form"}, packed{"a/../b.txt", "form"}, packed{"good.txt", "form"})
		}, []ArchiveFault{MemberOutside, MemberOutside, MemberOutside, MemberOutside, MemberOutside}, 1},
		"escape.tar.gz": {func(f string) { writeTar(t, f, packed{"../x.txt", "form"}, packed{"good.txt", "form"}) }, []ArchiveFault{MemberOutside}, 1},
		"password.zip":  {func(f string) { writeZip(t, f, 0x801, packed{"a.txt", "form"}) }, []ArchiveFault{MemberEncrypted}, 0},
		"nested.zip":    {func(f string) { writeZip(t, f, 0x800, packed{"in.zip", "PK"}, packed{"a.txt", "form"}) }, []ArchiveFault{MemberArchive}, 1},
		"cut.tgz": {func(f string) {
			writeTar(t, f, packed{"a.txt", "form"}, packed{"b.txt", strings.Repeat("form 0123456789", 999)})
			data, err := os.ReadFile(f)
			if err != nil {
				t.Fatal(err)
			}
			tree(t, in, filepath.Base(f), string(data[:len(data)-60]))
		}, []ArchiveFault{ArchiveBroken}, 0},
		"cut.zip": {func(f string) { tree(t, in, filepath.Base(f), "PK\x03\x04 and no more") }, []ArchiveFault{ArchiveBroken}, 0},
		"bomb.tgz": {func(f string) {
			// A stream is as many streams one behind the other as one likes.
			var head, part bytes.Buffer
			g, p := gzip.NewWriter(&head), gzip.NewWriter(&part)
			err := tar.NewWriter(g).WriteHeader(&tar.Header{Name: "a.txt", Size: 2 << 30, Typeflag: tar.TypeReg})
			for range 32 {
				_, more := io.WriteString(p, zeros)
				err = errors.Join(err, more)
			}
			if err := errors.Join(err, g.Close(), p.Close()); err != nil {
				t.Fatal(err)
			}
			tree(t, in, filepath.Base(f), head.String()+strings.Repeat(part.String(), 64))
		}, []ArchiveFault{ArchiveBomb}, 0},
	} {
		t.Run(name, func(t *testing.T) {
			if err := os.RemoveAll(in); err != nil {
				t.Fatal(err)
			}
			tree(t, in, "keep.txt", "form")
			file := filepath.Join(in, name)
			c.make(file)
			r := newRun(filepath.Join(dir, "out-"+name), in)
			var faults []ArchiveFault
			r.Messages.Read = func(err error) Failure {
				var fault *ArchiveError
				if errors.As(err, &fault) {
					faults = append(faults, fault.Why)
					return Failure{Kind: fault.Kind, Message: "x"}
				}
				return Failure{Kind: "read", Message: err.Error()}
			}
			r.Workers = 1
			totals := r.do(t)
			want(t, "faults", faults, c.want)
			want(t, "done", totals.OK, c.ok+1)
		})
	}
}

// An office file that is called .zip is an input like any other.
func TestOfficeFileCalledZip(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	writeZip(t, filepath.Join(dir, "in", "book.zip"), 0x800, packed{"[Content_Types].xml", "<x/>"}, packed{"xl/workbook.xml", "<x/>"})
	want(t, "inputs", chosen(t, filepath.Join(dir, "in"), Choice{}), []string{"book.zip"})
}
