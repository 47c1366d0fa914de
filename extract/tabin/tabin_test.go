package tabin

import (
	"errors"
	"os"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/simplifiedchinese"
	"golang.org/x/text/encoding/traditionalchinese"
	"golang.org/x/text/encoding/unicode"

	"ziping/extract"
)

var opts = extract.Options{Limits: extract.DefaultLimits()}

// grid writes a document as rows of col=text, lines as "- text".
func grid(d *extract.Document) string {
	var b strings.Builder
	for t := range d.Tables {
		for _, l := range d.Lines {
			if l.Before == t {
				b.WriteString("- " + l.Text + "\n")
			}
		}
		row := -1
		for _, c := range d.Tables[t].Cells {
			if c.Row != row {
				if row >= 0 {
					b.WriteString("\n")
				}
				row = c.Row
			}
			b.WriteString(string(rune('0'+c.Col)) + "=" + c.Text + " ")
		}
		b.WriteString("\n")
	}
	for _, l := range d.Lines {
		if l.Before == len(d.Tables) {
			b.WriteString("- " + l.Text + "\n")
		}
	}
	return b.String()
}

func TestShapes(t *testing.T) {
	for name, c := range map[string]struct{ in, want string }{
		"ragged":                {"标题\n\n\t甲\t\t1\n乙\t2\n", "- 标题\n1=甲 3=1 \n0=乙 1=2 \n"},
		"blank rows are none":   {"a\tb\n\n\t\t\n\nc\td\n", "0=a 1=b \n0=c 1=d \n"},
		"crlf and cr":           {"a\tb\r\nc\td\re\tf", "0=a 1=b \n0=c 1=d \n0=e 1=f \n"},
		"row cut to one cell":   {"a\tb\n其他资金\nc\td\n", "0=a 1=b \n0=其他资金 \n0=c 1=d \n"},
		"two lines end a table": {"a\tb\n标题\n(2023年度)\nc\td\n", "0=a 1=b \n- 标题\n- (2023年度)\n0=c 1=d \n"},
		"a note at the end":     {"a\tb\n注:无\n", "0=a 1=b \n- 注:无\n"},
		"csv":                   {"a,b,c\n\"x,y\",,z\n1,2,3\n", "0=a 1=b 2=c \n0=x,y 2=z \n0=1 1=2 2=3 \n"},
		"pipes":                 {"| a | b |\n|---|---|\n| 1 | |\n|| 2 |\n", "0=a 1=b \n0=1 \n1=2 \n"},
		"pipes without border":  {"甲 | 乙 | 丙 |\n | 1 | 2 |\n| 3 | 4 |\n5 | 6 | 7 |\n", "0=甲 1=乙 2=丙 \n1=1 2=2 \n1=3 2=4 \n0=5 1=6 2=7 \n"},
		"full-width kept":       {"项目\t１２３．４５％\n", "0=项目 1=１２３．４５％ \n"},
		"no separators":         {"只是一封信。\n第二行\n", "- 只是一封信。\n- 第二行\n"},
	} {
		d, err := Read([]byte(c.in), opts)
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := grid(d); got != c.want {
			t.Errorf("%s: got\n%swant\n%s", name, got, c.want)
		}
	}
}

func TestEncodings(t *testing.T) {
	sample, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		t.Fatal(err)
	}
	want := read(t, sample)
	for name, e := range map[string]encoding.Encoding{
		"GB18030":       simplifiedchinese.GB18030,
		"UTF-16LE":      unicode.UTF16(unicode.LittleEndian, unicode.UseBOM),
		"UTF-16BE":      unicode.UTF16(unicode.BigEndian, unicode.UseBOM),
		"UTF-16LE bare": unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM),
		"UTF-8 BOM":     unicode.UTF8BOM,
	} {
		data, err := e.NewEncoder().Bytes(sample)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if got := read(t, data); got != want {
			t.Errorf("%s: reads otherwise than UTF-8", name)
		}
	}
	big5, err := traditionalchinese.Big5.NewEncoder().String("項目名稱\t蔡甸區園林和林業局\n預算數\t63\n績效指標\t達成預期指標\n")
	if err != nil {
		t.Fatal(err)
	}
	if got := read(t, []byte(big5)); !strings.Contains(got, "蔡甸區園林和林業局") || !strings.Contains(got, "預算數") {
		t.Errorf("Big5: got %s", got)
	}
}

func read(t *testing.T, data []byte) string {
	t.Helper()
	d, err := Read(data, opts)
	if err != nil {
		t.Fatal(err)
	}
	return grid(d)
}

func TestCutInACharacter(t *testing.T) {
	d, err := Read([]byte("项目名称\t农村公路养护\n主管部门\t交通局\xe5\xb1"), opts)
	if err != nil {
		t.Fatal(err)
	}
	if len(d.Warnings) != 2 || d.Warnings[0].Code != "truncated" || d.Warnings[1].At == nil {
		t.Errorf("got warnings %+v, want truncated and the cell", d.Warnings)
	}
	if got := d.Tables[0].Cells[3].Text; got != "交通局\uFFFD" {
		t.Errorf("got %q, want the lost character marked", got)
	}
}

func TestErrors(t *testing.T) {
	for name, c := range map[string]struct {
		in   string
		kind extract.ErrorKind
	}{
		"empty":              {"", extract.ErrEmpty},
		"blanks":             {"\n \t \n\u3000\n", extract.ErrEmpty},
		"zero bytes":         {"项目\t1\n\x00\x00\x00\x00\x00\x00\x00x", extract.ErrDamaged},
		"noise":              {noise(4000), extract.ErrDamaged},
		"a row without end":  {"a" + strings.Repeat("\tb", 300_000), extract.ErrLimit},
		"rows without end":   {strings.Repeat("a\tb\n", 30_000), extract.ErrLimit},
		"a cell without end": {"a\t" + strings.Repeat("长", 200_000), extract.ErrLimit},
	} {
		_, err := Read([]byte(c.in), opts)
		var e *extract.Error
		if !errors.As(err, &e) {
			t.Errorf("%s: got %v, want an extract.Error", name, err)
			continue
		}
		if e.Kind != c.kind || e.Reason.ZH == "" || e.Reason.EN == "" || e.Hint.ZH == "" || e.Hint.EN == "" {
			t.Errorf("%s: got %+v, want kind %s and both languages", name, e, c.kind)
		}
	}
}

func TestEmptyRowsCostNothing(t *testing.T) {
	d, err := Read([]byte("a\tb\n"+strings.Repeat("\t\t\t\n", 400_000)+"c\td\n"), opts)
	if err != nil {
		t.Fatal(err)
	}
	if got := d.Tables[0].Rows; got != 2 {
		t.Errorf("got %d rows, want 2", got)
	}
}

func noise(n int) string {
	b := make([]byte, n)
	x := uint32(2463534242)
	for i := range b {
		x ^= x << 13
		x ^= x >> 17
		x ^= x << 5
		b[i] = byte(x)
	}
	return string(b)
}

// FuzzRead holds the reader to its promises on any bytes: no panic, an
// extract.Error or a document whose cells are in order, inside the table and not empty.
func FuzzRead(f *testing.F) {
	for _, s := range []string{"", "a\tb\n", "标题\n\t甲\t\t1\n", "| a | b |\n", "a,\"b\nc\",d\n1,2,3\n4,5,6\n", "\xff\xfea\x00\t\x00", "\xb2\xbf\xc3\xc5\t1", noise(64)} {
		f.Add([]byte(s))
	}
	if data, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt"); err == nil {
		f.Add(data)
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		d, err := Read(data, opts)
		if err != nil {
			var e *extract.Error
			if !errors.As(err, &e) {
				t.Fatalf("got %T, want *extract.Error", err)
			}
			return
		}
		for _, tab := range d.Tables {
			row, col := 0, -1
			for _, c := range tab.Cells {
				if c.Row < row || c.Row == row && c.Col <= col || c.Row >= tab.Rows || c.Col >= tab.Cols || c.Text == "" {
					t.Fatalf("cell %+v after row %d col %d in a table of %d×%d", c, row, col, tab.Rows, tab.Cols)
				}
				row, col = c.Row, c.Col
			}
		}
	})
}

func BenchmarkReadSeed(b *testing.B) {
	data, err := os.ReadFile("../../samples/fuzhou-hrss-2023.txt")
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		if _, err := Read(data, opts); err != nil {
			b.Fatal(err)
		}
	}
}

// An apostrophe that only keeps a spreadsheet from working a text out is no part of it.
func TestApostrophes(t *testing.T) {
	d, err := Read([]byte("'=100%\t' ＝1\t'-85.3\t'甲\t'\t''=1\nx\ty"), opts)
	if err != nil {
		t.Fatal(err)
	}
	var texts []string
	for _, c := range d.Tables[0].Cells[:6] {
		texts = append(texts, c.Text)
	}
	if want := []string{"=100%", "＝1", "-85.3", "'甲", "'", "''=1"}; !slices.Equal(texts, want) {
		t.Errorf("got %q want %q", texts, want)
	}
}
