package cross

import (
	"encoding/json"
	"errors"
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"

	"ziping/extract"
)

// held is a store that counts what is read from it.
type held struct {
	raw  [][]byte
	gets int
}

func (h *held) Put(e *Entry) error {
	raw, err := json.Marshal(e)
	h.raw = append(h.raw, raw)
	return err
}

func (h *held) Get(i int) (*Entry, error) {
	h.gets++
	e := new(Entry)
	return e, json.Unmarshal(h.raw[i], e)
}

// many is n forms: departments with projects over three years, and whatever makes for
// large groups: one organisation that fills in a tenth of all, one narrative in another
// tenth, one project in many copies.
func many(n int) []*Entry {
	r := rand.New(rand.NewPCG(1, 1))
	told := func() string {
		var b strings.Builder
		for range 80 {
			b.WriteRune(rune(0x4e00 + r.IntN(3000)))
		}
		return b.String()
	}
	shared := told()
	var out []*Entry
	for i := range n {
		f := &Facts{Kind: project, Organisation: fmt.Sprint("局", i/30), Project: fmt.Sprint("项目", i%10), Year: 2020 + i/10%3, Full: "100"}
		text := told()
		switch i % 10 {
		case 0:
			f.Kind, f.Project = whole, ""
		case 1:
			f.Organisation, f.Project = "大局", fmt.Sprint("项目", i)
		case 2:
			text = shared
		case 3:
			f.Organisation, f.Project = "同一局", "同一项目"
		}
		at := func(column string, n int) Amount {
			return Amount{Column: column, Text: fmt.Sprintf("%d.00", n), Unit: "万元", Power: 4, Field: "funds.total." + column, Place: "第 3 行"}
		}
		f.Money = []Amount{at("budget", 100), at("executed", 90), at("balance", 10), at(carried, 10)}
		f.Total = &Amount{Text: "98", Field: "total.score"}
		f.Told, f.Signature = &Amount{Text: beginning(text), Field: "goals[0].actual"}, sign(text)
		for k := range 10 {
			f.Indicators = append(f.Indicators, Indicator{Name: fmt.Sprint("指标", k), Op: ">=", Target: &Amount{Text: "10"}, Actual: &Amount{Text: "10"}, Lost: true, Reason: &Amount{Text: fmt.Sprint("原因", i%3)}})
		}
		out = append(out, &Entry{Path: fmt.Sprint(i, ".txt"), Form: 1, Facts: f})
	}
	return out
}

func compareAll(t testing.TB, entries []*Entry) (*Found, *held) {
	t.Helper()
	h := &held{}
	s := New(h)
	for _, e := range entries {
		if err := s.Add(e); err != nil {
			t.Fatal(err)
		}
	}
	found, err := s.Run(extract.ZH)
	if err != nil {
		t.Fatal(err)
	}
	return found, h
}

// What is read, and what a bucket holds, grows no faster than the forms do, whatever they
// have in common.
func TestGrowsWithTheForms(t *testing.T) {
	var before float64
	for _, n := range []int{500, 1_000, 2_000} {
		found, h := compareAll(t, many(n))
		each := float64(h.gets) / float64(n)
		t.Logf("%d forms: %.2f reads each, %d findings", n, each, len(found.Findings))
		if each > 8 {
			t.Errorf("%d forms: %.1f reads each", n, each)
		}
		if before > 0 && each > before*1.1 {
			t.Errorf("%d forms: %.2f reads each, %.2f of half as many", n, each, before)
		}
		before = each
		if len(found.Findings) > n || found.Tallies["CRS-05"].Disagree < n/10-1 {
			t.Errorf("%d forms: %d findings, %+v", n, len(found.Findings), found.Tallies["CRS-05"])
		}
	}
}

// broken is a store from which the entry that is asked for after some cannot be read.
type broken struct {
	held
	after int
}

func (b *broken) Get(i int) (*Entry, error) {
	if b.after--; b.after < 0 {
		return nil, errors.New("cannot be read")
	}
	return b.held.Get(i)
}

// What cannot be read ends the comparison, whatever it was needed for.
func TestStoreFails(t *testing.T) {
	entries := many(30)
	_, h := compareAll(t, entries)
	for after := range h.gets {
		s := New(&broken{after: after})
		for _, e := range entries {
			if err := s.Add(e); err != nil {
				t.Fatal(err)
			}
		}
		if _, err := s.Run(extract.ZH); err == nil {
			t.Fatalf("nothing was told of an entry that could not be read after %d", after)
		}
	}
}

// BenchmarkRun compares forms, twice as many each time.
func BenchmarkRun(b *testing.B) {
	for _, n := range []int{5_000, 10_000, 20_000} {
		entries := many(n)
		b.Run(fmt.Sprint(n), func(b *testing.B) {
			for range b.N {
				compareAll(b, entries)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/form")
		})
	}
}

// The same forms give the same findings in the same order, whatever order they came in
// within a group's hashes.
func TestSameFindings(t *testing.T) {
	entries := many(600)
	first, _ := compareAll(t, entries)
	second, _ := compareAll(t, entries)
	x, _ := json.Marshal(first)
	y, _ := json.Marshal(second)
	if string(x) != string(y) || len(first.Findings) == 0 {
		t.Errorf("%d and %d findings", len(first.Findings), len(second.Findings))
	}
}

func TestOrganisation(t *testing.T) {
	for _, tt := range []struct{ a, b string }{
		{"西河市住房和城乡建设局(123)", "西河市住房和城乡建设局"},
		{"云溪县水务局（盖章）", "云溪县 水务局"},
		{"310云溪县水务局", "云溪县水务局"},
	} {
		if organisation(tt.a) != organisation(tt.b) {
			t.Errorf("%s and %s are not the same: %s, %s", tt.a, tt.b, organisation(tt.a), organisation(tt.b))
		}
	}
	for _, tt := range []struct{ a, b string }{
		{"云溪县水务局(本级)", "云溪县水务局"},
		{"云溪县第一中学", "云溪县第二中学"},
		{"云溪县人民政府办公室（外事办）", "云溪县人民政府办公室"},
	} {
		if organisation(tt.a) == organisation(tt.b) {
			t.Errorf("%s and %s are taken for one: %s", tt.a, tt.b, organisation(tt.a))
		}
	}
}

// A signature tells how much of two texts is the same.
func TestSignature(t *testing.T) {
	text := squeeze(strings.Repeat("建成水厂六座改造管网四十三公里受益人口两万六千人水质达标率稳定", 1) + "群众反映问题办结三百余件全年没有发生供水安全事故完成投资两百九十万元培训技术人员二十人次")
	near := strings.Replace(text, "六座", "七座", 1)
	other := squeeze("举办惠民演出三百余场公共图书馆接待读者八十五万人次文物修缮工程全部合格群众文化生活进一步丰富新建健身步道十二公里放映公益电影五百场组织志愿服务活动九十次修缮古建筑四处")
	common := func(a, b string) int {
		x, ok1 := signatureOf(sign(a))
		y, ok2 := signatureOf(sign(b))
		if !ok1 || !ok2 {
			t.Fatalf("no signature of %q or %q", a, b)
		}
		return x.common(&y)
	}
	if n := common(text, text); n != hashes {
		t.Errorf("a text has %d hashes in common with itself", n)
	}
	if n := common(text, near); n < alike {
		t.Errorf("a text with one character changed: %d in common", n)
	}
	if n := common(text, other); n > hashes/10 {
		t.Errorf("another text: %d in common", n)
	}
	if sign("太短") != "" {
		t.Error("a short text has a signature")
	}
}

func TestWords(t *testing.T) {
	if _, err := load(wordsYAML); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct{ title, kind string }{
		{"福州市部门整体绩效自评表", whole}, {"部门整体支出绩效自评表", whole}, {"项目支出绩效自评表", project},
		{"中央对地方转移支付区域（项目）绩效目标自评表", "transfer"}, {"衔接推进乡村振兴补助资金绩效目标自评表", ""},
	} {
		if got := vocabulary().kind(tt.title); got != tt.kind {
			t.Errorf("%s is of kind %q, want %q", tt.title, got, tt.kind)
		}
	}
}
