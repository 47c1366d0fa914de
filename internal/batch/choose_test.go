package batch

import (
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"
)

// chosen lists what a choice takes of a folder.
func chosen(t *testing.T, in string, c Choice) []string {
	t.Helper()
	plan, err := NewPlan([]string{in})
	if err != nil {
		t.Fatal(err)
	}
	if err := plan.Choose(c); err != nil {
		t.Fatal(err)
	}
	var out []string
	for in := range plan.Inputs([]string{"json"}) {
		out = append(out, in.rel)
	}
	return out
}

func TestChoose(t *testing.T) {
	t.Parallel()
	in := t.TempDir()
	tree(t, in, "a.txt", "", "a.pdf", "", "b{1}.txt", "", "old/a.txt", "", "old/deep/c.txt", "", "new/old/d.txt", "", "new/e.PDF", "", "x[1].txt", "")
	all := []string{"a.pdf", "a.txt", "b{1}.txt", "new/e.PDF", "new/old/d.txt", "old/a.txt", "old/deep/c.txt", "x[1].txt"}
	without := func(names ...string) []string {
		return slices.DeleteFunc(slices.Clone(all), func(n string) bool { return slices.Contains(names, n) })
	}
	for _, tt := range []struct {
		include, exclude []string
		want             []string
	}{
		{nil, nil, all},
		{[]string{"*.pdf"}, nil, []string{"a.pdf"}},
		{[]string{"*.{pdf,PDF}"}, nil, []string{"a.pdf", "new/e.PDF"}},
		{[]string{"a.*"}, nil, []string{"a.pdf", "a.txt", "old/a.txt"}},
		{[]string{"/a.*"}, nil, []string{"a.pdf", "a.txt"}},
		{[]string{"?.txt"}, []string{"/a.txt"}, []string{"new/old/d.txt", "old/a.txt", "old/deep/c.txt"}},
		{nil, []string{"old/"}, without("old/a.txt", "old/deep/c.txt", "new/old/d.txt")},
		{nil, []string{"/old/**"}, without("old/a.txt", "old/deep/c.txt")},
		{nil, []string{"old/*"}, without("old/a.txt", "new/old/d.txt")},
		{nil, []string{"/*"}, without("a.pdf", "a.txt", "b{1}.txt", "x[1].txt")},
		{[]string{"old/**"}, []string{"deep/"}, []string{"new/old/d.txt", "old/a.txt"}},
		{[]string{"[!ab]*.txt"}, nil, []string{"new/old/d.txt", "old/deep/c.txt", "x[1].txt"}},
		{[]string{`b\{1\}.txt`, `x\[1\].txt`}, nil, []string{"b{1}.txt", "x[1].txt"}},
		{[]string{"a.txt", "d.txt"}, nil, []string{"a.txt", "new/old/d.txt", "old/a.txt"}},
		{[]string{"xt"}, nil, nil},
	} {
		want(t, fmt.Sprint(tt.include, " but ", tt.exclude), chosen(t, in, Choice{Include: tt.include, Exclude: tt.exclude}), tt.want)
	}
	for _, glob := range []string{"", "/", "[", "[]", "{a", "a}", `a\`, "[z-a]"} {
		plan, err := NewPlan([]string{in})
		if err != nil {
			t.Fatal(err)
		}
		if plan.Choose(Choice{Include: []string{glob}}) == nil {
			t.Errorf("%q: got no error", glob)
		}
	}
}

func TestChooseNewerAndListed(t *testing.T) {
	t.Parallel()
	in := t.TempDir()
	tree(t, in, "a.txt", "", "d/b.txt", "", "d/c.txt", "")
	long := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(filepath.Join(in, "d", "b.txt"), long, long); err != nil {
		t.Fatal(err)
	}
	want(t, "newer", chosen(t, in, Choice{Newer: time.Now().Add(-24 * time.Hour)}), []string{"a.txt", "d/c.txt"})
	want(t, "listed", chosen(t, in, Choice{Only: []string{"d/c.txt", "./a.txt"}}), []string{"a.txt", "d/c.txt"})
	for _, list := range [][]string{{"no.txt"}, {"d"}, {"../x"}} {
		plan, err := NewPlan([]string{in})
		if err != nil {
			t.Fatal(err)
		}
		if plan.Choose(Choice{Only: list}) == nil {
			t.Errorf("%v: got no error", list)
		}
	}
}

// Every input is in one shard, has the name it has without shards, and is in the same
// shard wherever its folder lies.
func TestShards(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	for i := range 60 {
		for _, root := range []string{"x", "y"} {
			tree(t, filepath.Join(dir, root), fmt.Sprintf("%d/%d.txt", i%4, i), "form", fmt.Sprintf("%d/%d.csv", i%4, i/2*2), "form")
		}
	}
	outs := func(root string, s Shard) []string {
		plan, err := NewPlan([]string{filepath.Join(dir, root)})
		if err != nil {
			t.Fatal(err)
		}
		if err := plan.Choose(Choice{Shard: s}); err != nil {
			t.Fatal(err)
		}
		var out []string
		for in := range plan.Inputs([]string{"json"}) {
			out = append(out, in.Out)
		}
		return out
	}
	var together []string
	for i := range 4 {
		part := outs("x", Shard{i + 1, 4})
		want(t, "elsewhere", outs("y", Shard{i + 1, 4}), part)
		if len(part) < 10 {
			t.Errorf("shard %d has %d inputs of 90", i+1, len(part))
		}
		together = append(together, part...)
	}
	want(t, "all shards", sorted(together), sorted(outs("x", Shard{})))
}

// A dry run tells what a run then does, and changes nothing.
func TestPreview(t *testing.T) {
	t.Parallel()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	tree(t, in, "a.txt", "form a", "b.txt", "form b", "c.txt", "form c", "d.txt", "form d", "e.bin", "photo", "~$f.docx", "x", "old/g.txt", "form g")
	r := newRun(out, in)
	preview := func() []string {
		plan, err := NewPlan([]string{in})
		if err != nil {
			t.Fatal(err)
		}
		plan.Claiming(func(_ string, head []byte) bool { return string(head) != "photo" })
		if err := plan.Choose(Choice{Exclude: []string{"old/"}}); err != nil {
			t.Fatal(err)
		}
		var told []string
		err = Preview(plan, out, r.Options, func(f Forecast) {
			told = append(told, strings.TrimPrefix(f.Path, filepath.ToSlash(in)+"/")+" "+f.Do+" "+f.Why)
		})
		if err != nil {
			t.Fatal(err)
		}
		return sorted(told)
	}
	want(t, "at first", preview(), []string{"a.txt convert new", "b.txt convert new", "c.txt convert new", "d.txt convert new", "e.bin skip no-reader", "old/ skip excluded", "~$f.docx skip lock-file"})
	if _, err := os.Stat(out); err == nil {
		t.Error("a dry run made the folder")
	}
	r.do(t)
	tree(t, in, "a.txt", "form a2")
	tree(t, out, "c.json", "by hand")
	if err := os.Remove(filepath.Join(out, "b.json")); err != nil {
		t.Fatal(err)
	}
	tree(t, in, "c.txt", "form c2", "h.txt", "form h")
	tree(t, out, "h.xlsx", "a stranger's")
	before := contents(t, out)
	want(t, "later", preview(), []string{"a.txt convert changed", "b.txt convert missing", "c.txt refuse edited", "d.txt nothing done", "e.bin skip no-reader", "h.txt refuse exists", "old/ skip excluded", "~$f.docx skip lock-file"})
	want(t, "DIR", contents(t, out), before)
}
