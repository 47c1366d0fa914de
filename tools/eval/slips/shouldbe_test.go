package slips

import (
	"archive/zip"
	"bytes"
	"compress/zlib"
	"fmt"
	"io"
	"math/rand/v2"
	"os"
	"regexp"
	"strings"
	"testing"
	"unicode/utf16"

	"ziping/extract"
	"ziping/internal/pipeline"
	"ziping/render/mdout"
	"ziping/render/sarifout"
	"ziping/render/textout"
	"ziping/score"
	"ziping/score/wording"
)

// What is said to be what should stand somewhere (应为) is an applied, unique correction,
// in every format there is: forms with slips are written in all of them, and what they say
// is held against the corrections.
func TestShouldBe(t *testing.T) {
	a := auditor(t)
	rng := rand.New(rand.NewPCG(20261129, 7))
	said := map[string]int{}
	check := func(name string, data []byte) {
		out := pipeline.Run(data, name, pipeline.Options{Lang: extract.ZH, Audit: a, Named: true, Version: "test"})
		if out.Bundle() == nil {
			return
		}
		for format, text := range everything(t, out) {
			n, wrong := shouldBe(out.Result, text)
			said[format] += n
			for _, w := range wrong {
				t.Errorf("%s: the %s says %q, which is no applied and unique correction", name, format, w)
			}
		}
		for i := range out.Result.Reports {
			r := &out.Result.Reports[i]
			for k := range r.Findings { // the JSON's expected beside its message
				f := &r.Findings[k]
				if strings.Contains(f.Message, "应为") && !corrected(r, f) {
					t.Errorf("%s: %s is expected to be %s: %s", name, f.Field, f.Expected, f.Message)
				}
			}
		}
	}
	seed, err := os.ReadFile("../../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	check("seed.txt", seed)
	for k, f := range load(t) {
		paths := f.Paths()
		for n := range *many {
			p := f
			for range 1 + (k+n)%2 { // one slip or two
				for range 20 {
					path := paths[rng.IntN(len(paths))]
					if text, ok := p.Slip(rng, Kinds[rng.IntN(len(Kinds))], path); ok {
						p = p.With(path, text)
						break
					}
				}
			}
			check(fmt.Sprintf("%s-%d.txt", f.Name, n), []byte(p.Tabs()))
		}
	}
	for format, n := range said {
		if n < 5 {
			t.Errorf("the %s says it %d times only", format, n)
		}
	}
	if len(said) != 7 {
		t.Errorf("%d formats were read: %v", len(said), said)
	}
}

// The reader of each format would notice a finding that says so and is no correction.
func TestShouldBeIsNoticed(t *testing.T) {
	f := load(t)[0]
	out := pipeline.Run([]byte(f.Tabs()), "sound.txt", pipeline.Options{Lang: extract.ZH, Audit: auditor(t), Named: true, Version: "test"})
	path := out.Result.Reports[0].Fields()[len(out.Result.Reports[0].Fields())-1]
	lie := score.Finding{Check: "SUM-01", Level: score.Error, Field: path.Path, At: path.Field.At, Stated: "1", Expected: "2",
		Against: wording.Corrected, Message: "总分：" + wording.Corrected.In(extract.ZH).Sentence("1", "2")}
	out.Result.Reports[0].Findings = append(out.Result.Reports[0].Findings, lie)
	for format, text := range everything(t, out) {
		if _, wrong := shouldBe(out.Result, text); len(wrong) == 0 {
			t.Errorf("a false correction in the %s goes unnoticed", format)
		}
	}
}

// corrected reports that a finding's figure is the one that its field was corrected to.
func corrected(r *score.Report, f *score.Finding) bool {
	for _, rep := range r.Repairs {
		for _, e := range rep.Edits {
			if rep.Applied && rep.Unique && e.Field == f.Field && e.New == f.Expected {
				return true
			}
		}
	}
	return false
}

var should = regexp.MustCompile(`应为(（已更正）|\s*([^\s，；。,|"<\\]+))?`)

// shouldBe counts where a text says what should be, and lists where that is none of the
// corrections that were applied and are the only ones.
func shouldBe(r *score.Result, text string) (n int, wrong []string) {
	right := map[string]bool{}
	for i := range r.Reports {
		for _, rep := range r.Reports[i].Repairs {
			for k := range rep.Edits {
				if rep.Applied && rep.Unique {
					right[rep.Edits[k].Shown()], right[rep.Edits[k].New] = true, true
				}
			}
		}
	}
	for _, m := range should.FindAllStringSubmatch(text, -1) {
		n++
		inColumn := m[1] == "（已更正）" && len(right) > 0 // the figure stands in the next cell
		if !inColumn && !right[strings.Trim(m[2], "*`")] {
			wrong = append(wrong, m[0])
		}
	}
	return n, wrong
}

// everything is what each format says of an outcome, as text.
func everything(t *testing.T, out *pipeline.Outcome) map[string]string {
	t.Helper()
	said := map[string]string{}
	files, err := out.Render([]string{"xlsx", "pdf", "json", "docx"})
	if err != nil {
		t.Fatal(err)
	}
	for _, f := range files {
		switch f.Format {
		case "xlsx", "docx":
			said[f.Format] = zippedText(t, f.Data)
		case "pdf":
			said[f.Format] = drawnText(t, f.Data)
		default:
			said[f.Format] = string(f.Data)
		}
	}
	b := out.Bundle()
	var text, md, sarif bytes.Buffer
	err = textout.Write(&text, textout.Input{Path: "form.txt", Result: out.Result, Document: b.Document, Positions: b.Positions, Catalog: b.Catalog}, textout.Options{Lang: extract.ZH, All: true, Width: 140})
	if err != nil {
		t.Fatal(err)
	}
	said["terminal"] = strings.Join(strings.Fields(text.String()), " ")
	paper := mdout.New(mdout.Options{Lang: extract.ZH, Catalog: b.Catalog})
	paper.Add(mdout.Input{Path: "form.txt", Result: out.Result, Document: b.Document, Positions: b.Positions})
	if err := paper.Write(&md); err != nil {
		t.Fatal(err)
	}
	said["md"] = strings.ReplaceAll(md.String(), `\`, "")
	log := sarifout.New(sarifout.Options{Lang: extract.ZH, Version: "test", Catalog: b.Catalog})
	log.Add(sarifout.Input{Path: "form.txt", Result: out.Result, Document: b.Document, Positions: b.Positions})
	if err := log.Write(&sarif); err != nil {
		t.Fatal(err)
	}
	said["sarif"] = sarif.String()
	return said
}

var (
	ends = regexp.MustCompile(`</(si|w:p|comment|c|row)>|<w:br/>`)
	tags = regexp.MustCompile(`<[^>]*>`)
)

// zippedText is the text of an office file: its parts without their tags.
func zippedText(t *testing.T, data []byte) string {
	t.Helper()
	z, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Fatal(err)
	}
	var all strings.Builder
	for _, part := range z.File {
		if !strings.HasSuffix(part.Name, ".xml") {
			continue
		}
		r, err := part.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(r)
		if err != nil {
			t.Fatal(err)
		}
		all.WriteString(tags.ReplaceAllString(ends.ReplaceAllString(string(text), "\n"), "") + "\n")
	}
	return all.String()
}

var shown = regexp.MustCompile(`(?s)\(((?:\\.|[^\\)])*)\) ?Tj`)

// drawnText is the text of a PDF of ours; the lines of a paragraph follow each other.
func drawnText(t *testing.T, pdf []byte) string {
	t.Helper()
	var all strings.Builder
	for {
		_, rest, found := bytes.Cut(pdf, []byte("\nstream\n"))
		if !found {
			return all.String()
		}
		var stream []byte
		stream, pdf, _ = bytes.Cut(rest, []byte("\nendstream"))
		z, err := zlib.NewReader(bytes.NewReader(stream))
		if err != nil {
			continue
		}
		data, err := io.ReadAll(z)
		if err != nil {
			t.Fatal(err)
		}
		for _, m := range shown.FindAllSubmatch(data, -1) {
			var raw []byte
			for i := 0; i < len(m[1]); i++ {
				if m[1][i] == '\\' && i+1 < len(m[1]) {
					if i++; m[1][i] == 'r' {
						raw = append(raw, '\r')
						continue
					}
				}
				raw = append(raw, m[1][i])
			}
			var units []uint16
			for i := 0; i+1 < len(raw); i += 2 {
				units = append(units, uint16(raw[i])<<8|uint16(raw[i+1]))
			}
			all.WriteString(string(utf16.Decode(units)))
		}
	}
}
