package worker

import (
	"errors"
	"os"
	"runtime"
	"strings"
	"sync"
	"testing"
	"time"

	"ziping/extract"
)

// The test binary is its own worker.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "act" {
		_ = Serve(os.Stdin, os.Stdout, Work{Read: act, Over: lay})
		return
	}
	os.Exit(m.Run())
}

// act does what the input says.
func act(data []byte, o extract.Options, r Reporter) (*extract.Document, error) {
	word, arg, _ := strings.Cut(string(data), " ")
	switch word {
	case "crash":
		os.Exit(7)
	case "panic":
		panic("a defect")
	case "fatal": // what no fence catches
		go panic("a defect beside")
		time.Sleep(time.Minute)
	case "surprise":
		return nil, errors.New("no reader gives such")
	case "killed": // as by a system short of memory
		self, _ := os.FindProcess(os.Getpid())
		_ = self.Kill()
		time.Sleep(time.Minute)
	case "hang":
		for {
			time.Sleep(time.Second)
		}
	case "slow":
		for range 25 {
			time.Sleep(50 * time.Millisecond)
			r.Progress()
		}
	case "pages":
		for range 25 {
			time.Sleep(50 * time.Millisecond)
			r.Page()
		}
	case "eat":
		var all [][]byte
		for {
			b := make([]byte, 8<<20)
			for i := range b {
				b[i] = 1
			}
			all = append(all, b)
			time.Sleep(time.Duration(len(all)/1000) * time.Millisecond)
		}
	case "prepare":
		r.Preparing()
		if arg != "" { // counts itself while it prepares, alone or not
			if f, err := os.OpenFile(arg, os.O_CREATE|os.O_EXCL, 0o600); err == nil {
				f.Close()
			} else if _, err := os.Stat(arg + ".ready"); err != nil {
				return nil, &extract.Error{Kind: extract.ErrInternal, Reason: extract.Text{ZH: "二", EN: "two at once"}, Hint: extract.Text{EN: "x"}}
			}
			time.Sleep(300 * time.Millisecond)
			_ = os.WriteFile(arg+".ready", nil, 0o600)
		}
	case "refuse":
		return nil, &extract.Error{Kind: extract.ErrEncrypted, Reason: extract.Text{ZH: "密", EN: "secret"}, Hint: extract.Text{ZH: "钥", EN: "key"}}
	case "noise":
		_, _ = os.Stdout.WriteString("\x00\x00\x00\x05hello")
	case "nothing":
		return nil, nil
	case "nonsense":
		doc := extract.NewDocument("act", "")
		doc.Tables = []extract.Table{{Rows: 1, Cols: 1, Cells: []extract.Cell{{Row: 7, RowSpan: 1, ColSpan: 1}}}}
		return doc, nil
	case "once": // crashes the first time only
		if _, err := os.Stat(arg); err != nil {
			_ = os.WriteFile(arg, nil, 0o600)
			os.Exit(7)
		}
	}
	doc := extract.NewDocument("act", "")
	if word == "layers" {
		doc.Layers = []extract.Layer{{Page: 1, Lines: []extract.LayerLine{{Text: "合计"}}}}
	}
	doc.Lines = []extract.Line{{Text: string(data)}, {Text: strings.Join(o.Passwords, ",")}}
	return doc, nil
}

// lay says what it was given.
func lay(data []byte, layers []extract.Layer, o extract.Options, r Reporter) ([]byte, error) {
	r.Progress()
	switch string(data) {
	case "refuse":
		return nil, &extract.Error{Kind: extract.ErrEncrypted, Reason: extract.Text{ZH: "密", EN: "secret"}, Hint: extract.Text{ZH: "钥", EN: "key"}}
	case "nothing":
		return nil, nil
	}
	return append(data, layers[0].Lines[0].Text+o.Passwords[0]...), nil
}

func newPool(t *testing.T, s Settings) *Pool {
	t.Helper()
	s.Path, s.Name, s.Args = os.Args[0], os.Args[0], []string{"act"}
	p := NewPool(s)
	t.Cleanup(p.Close)
	return p
}

func kind(err error) extract.ErrorKind {
	var e *extract.Error
	if errors.As(err, &e) && e.Reason.ZH != "" && e.Hint.EN != "" {
		return e.Kind
	}
	return ""
}

func TestRead(t *testing.T) {
	p := newPool(t, Settings{})
	big := strings.Repeat("字", 3<<20)
	for _, in := range []string{"one", "", big} {
		doc, err := p.Read([]byte(in), extract.Options{Passwords: []string{"a", "b"}})
		if err != nil || doc.Lines[0].Text != in || doc.Lines[1].Text != "a,b" {
			t.Errorf("%d bytes: got %v", len(in), err)
		}
	}
	if len(p.idle) != 1 {
		t.Errorf("got %d workers, want one used again", len(p.idle))
	}
	_, err := p.Read([]byte("refuse"), extract.Options{})
	if kind(err) != extract.ErrEncrypted || err.Error() != "secret" {
		t.Errorf("got %v, want the worker's own error", err)
	}
}

// Whatever an input does, it ends with a clear error, and the next is read.
func TestBadInputs(t *testing.T) {
	const patient = time.Minute // a machine with much to do starts a process late
	for _, c := range []struct {
		in    string
		stall time.Duration
		want  extract.ErrorKind
	}{
		{"crash", patient, extract.ErrInternal},
		{"fatal", patient, extract.ErrInternal},
		{"panic", patient, extract.ErrInternal},
		{"surprise", patient, extract.ErrInternal},
		{"noise", patient, extract.ErrInternal},
		{"nothing", patient, extract.ErrInternal},
		{"nonsense", patient, extract.ErrInternal},
		{"hang", 800 * time.Millisecond, extract.ErrStuck},
	} {
		p := newPool(t, Settings{Stall: c.stall})
		if _, err := p.Read([]byte(c.in), extract.Options{}); kind(err) != c.want {
			t.Errorf("%s: got %v, want %s", c.in, err, c.want)
		}
		if doc, err := p.Read([]byte("next"), extract.Options{}); err != nil || doc.Lines[0].Text != "next" {
			t.Errorf("after %s: got %v", c.in, err)
		}
	}
}

// A defect comes over the pipe whole; of a crash comes what Go printed.
func TestDefects(t *testing.T) {
	for _, c := range []struct{ in, value, where string }{
		{"panic", "a defect", "internal/worker/worker_test.go:"},
		{"fatal", "exit status 2", "internal/worker/worker_test.go:"},
		{"crash", "exit status 7", ""},
		{"noise", "cannot be read", ""},
		{"nonsense", "promises", ""},
		{"surprise", "no reader gives such", ""},
	} {
		_, err := newPool(t, Settings{}).Read([]byte(c.in), extract.Options{})
		var d *extract.Defect
		if !errors.As(err, &d) {
			t.Errorf("%s: got %v, want a defect", c.in, err)
			continue
		}
		if d.Stage != stage || !strings.Contains(d.Value, c.value) || !strings.HasPrefix(d.Where(), c.where) || d.Where() != "" && c.where == "" {
			t.Errorf("%s: got %s in %q of\n%s", c.in, d, d.Where(), d.Stack)
		}
	}
}

// A worker that the system ends is no defect.
func TestKilled(t *testing.T) {
	if runtime.GOOS == "windows" {
		t.Skip("Windows does not tell who ended a process")
	}
	_, err := newPool(t, Settings{}).Read([]byte("killed"), extract.Options{})
	if kind(err) != extract.ErrStuck || !strings.Contains(err.Error(), "memory") {
		t.Errorf("got %v", err)
	}
}

func TestLimits(t *testing.T) {
	p := newPool(t, Settings{Total: 600 * time.Millisecond})
	if _, err := p.Read([]byte("slow"), extract.Options{}); kind(err) != extract.ErrStuck {
		t.Errorf("slow, 0.6 s in all: got %v", err)
	}
	if _, err := p.Read([]byte("pages"), extract.Options{}); err != nil {
		t.Errorf("pages read from pictures, 0.6 s and more for each: got %v", err)
	}
	p = newPool(t, Settings{Stall: 900 * time.Millisecond}) // it takes 1.25 s in all
	if _, err := p.Read([]byte("slow"), extract.Options{}); err != nil {
		t.Errorf("slow, but getting on: got %v", err)
	}
	if runtime.GOOS != "linux" {
		return
	}
	p = newPool(t, Settings{Memory: 120 << 20})
	if _, err := p.Read([]byte("eat"), extract.Options{}); kind(err) != extract.ErrStuck || !strings.Contains(err.Error(), "120 MB") {
		t.Errorf("eat: got %v", err)
	}
}

func TestCrashIsTriedOnceMore(t *testing.T) {
	p := newPool(t, Settings{})
	if _, err := p.Read([]byte("once "+t.TempDir()+"/mark"), extract.Options{}); err != nil {
		t.Errorf("got %v, want the second try to do it", err)
	}
}

// What workers keep between them may be the cause of a crash: it is forgotten, once.
func TestCrashed(t *testing.T) {
	crashed := 0
	p := newPool(t, Settings{Crashed: func() { crashed++ }})
	for range 2 {
		if _, err := p.Read([]byte("once "+t.TempDir()+"/mark"), extract.Options{}); err != nil || crashed != 1 {
			t.Errorf("got %v, said %d times, want once before the second try", err, crashed)
		}
	}
}

func TestTogether(t *testing.T) {
	p := newPool(t, Settings{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, in := range []string{"a", "crash", "b"} {
				doc, err := p.Read([]byte(in), extract.Options{})
				if in != "crash" && (err != nil || doc.Lines[0].Text != in) {
					t.Errorf("%s: got %v", in, err)
				}
			}
		})
	}
	wg.Wait()
}

func TestPreparing(t *testing.T) {
	said := 0
	p := newPool(t, Settings{Preparing: func() { said++ }})
	if _, err := p.Read([]byte("prepare"), extract.Options{}); err != nil || said != 1 {
		t.Errorf("said %d times, %v", said, err)
	}
}

// What the first worker prepares is there when the others start.
func TestPreparedOnce(t *testing.T) {
	p := newPool(t, Settings{})
	in := []byte("prepare " + t.TempDir() + "/mark")
	var wg sync.WaitGroup
	for range 3 {
		wg.Go(func() {
			if _, err := p.Read(in, extract.Options{}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func TestNoProgram(t *testing.T) {
	p := NewPool(Settings{Path: "/no/such/program", Name: "x"})
	if _, err := p.Read(nil, extract.Options{}); kind(err) != extract.ErrInternal {
		t.Errorf("got %v", err)
	}
}

// Files go both ways as they are, with the layers that a Document came with.
func TestOver(t *testing.T) {
	p := newPool(t, Settings{})
	layers := []extract.Layer{{Page: 1, Lines: []extract.LayerLine{{Text: "合计"}}}}
	o := extract.Options{Passwords: []string{"a"}}
	big := strings.Repeat("\x00\xff", 3<<20)
	for _, in := range []string{"one", big} {
		if out, err := p.Over([]byte(in), layers, o); err != nil || string(out) != in+"合计a" {
			t.Errorf("%d bytes: got %d, %v", len(in), len(out), err)
		}
	}
	if _, err := p.Over([]byte("refuse"), layers, o); kind(err) != extract.ErrEncrypted {
		t.Errorf("an error: got %v", err)
	}
	if _, err := p.Over([]byte("nothing"), layers, o); kind(err) != extract.ErrInternal {
		t.Errorf("no file: got %v", err)
	}
	doc, err := p.Read([]byte("layers"), o)
	if err != nil || len(doc.Layers) != 1 || doc.Layers[0].Lines[0].Text != "合计" {
		t.Errorf("the layers of a document: got %+v, %v", doc, err)
	}
}
