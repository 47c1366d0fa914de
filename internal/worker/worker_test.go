package worker

import (
	"encoding/binary"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"runtime"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"ziping/extract"
)

// The test binary is its own worker.
func TestMain(m *testing.M) {
	if len(os.Args) == 2 && os.Args[1] == "act" {
		_ = Serve(os.Stdin, os.Stdout, act)
		return
	}
	os.Exit(m.Run())
}

// act does what the input says, and says it again.
func act(job string, param json.RawMessage, data []byte, r Reporter) (Answer, error) {
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
		return Answer{}, errors.New("no reader gives such")
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
				return Answer{}, &extract.Error{Kind: extract.ErrInternal, Reason: extract.Text{ZH: "二", EN: "two at once"}, Hint: extract.Text{EN: "x"}}
			}
			time.Sleep(300 * time.Millisecond)
			_ = os.WriteFile(arg+".ready", nil, 0o600)
		}
	case "refuse":
		return Answer{}, &extract.Error{Kind: extract.ErrEncrypted, Reason: extract.Text{ZH: "密", EN: "secret"}, Hint: extract.Text{ZH: "钥", EN: "key"}}
	case "noise":
		_, _ = os.Stdout.WriteString("\x00\x00\x00\x05hello")
	case "recurse":
		return Answer{}, fmt.Errorf("%d", deeper(0))
	case "long":
		_ = binary.Write(os.Stdout, binary.BigEndian, uint32(512<<20+1))
	case "pid":
		data = []byte(strconv.Itoa(os.Getpid()))
	case "kept", "once": // crashes the first time only
		if word == "kept" {
			r.Keeps()
		}
		if _, err := os.Stat(arg); err != nil {
			_ = os.WriteFile(arg, nil, 0o600)
			os.Exit(7)
		}
	}
	return Answer{param, [][]byte{data, nil, []byte(job)}}, nil
}

// deeper has no end that a stack could hold.
func deeper(n int) int {
	if n < 0 {
		return 0
	}
	return 1 + deeper(n+1)
}

// try has an input done and returns what comes back.
func try(p *Pool, in string) (string, error) {
	a, err := p.Do(Job{Name: "act", Param: "x", Data: []byte(in)})
	if err != nil {
		return "", err
	}
	if string(a.Value) != `"x"` || len(a.Blobs) != 3 || len(a.Blobs[1]) != 0 || string(a.Blobs[2]) != "act" {
		return "", fmt.Errorf("not what was said: %s and %d blobs", a.Value, len(a.Blobs))
	}
	return string(a.Blobs[0]), nil
}

func newPool(t *testing.T, s Settings) *Pool {
	t.Helper()
	p := NewPool(testSettings(s))
	t.Cleanup(p.Close)
	return p
}

// testSettings start the test binary as a worker.
func testSettings(s Settings) Settings {
	s.Path, s.Name, s.Args = os.Args[0], os.Args[0], []string{"act"}
	return s
}

func kind(err error) extract.ErrorKind {
	var e *extract.Error
	if errors.As(err, &e) && e.Reason.ZH != "" && e.Hint.EN != "" {
		return e.Kind
	}
	return ""
}

func TestDo(t *testing.T) {
	p := newPool(t, Settings{})
	big := strings.Repeat("字", 3<<20)
	for _, in := range []string{"one", "", big} {
		if got, err := try(p, in); err != nil || got != in {
			t.Errorf("%d bytes: got %d and %v", len(in), len(got), err)
		}
	}
	if len(p.idle) != 1 {
		t.Errorf("got %d workers, want one used again", len(p.idle))
	}
	_, err := try(p, "refuse")
	if kind(err) != extract.ErrEncrypted || err.Error() != "secret" {
		t.Errorf("got %v, want the worker's own error", err)
	}
}

// A worker that has done its share makes room for a fresh one.
func TestRecycled(t *testing.T) {
	p := newPool(t, Settings{Inputs: 3})
	pids := map[string]int{}
	for range 7 {
		pid, err := try(p, "pid")
		if err != nil {
			t.Fatal(err)
		}
		pids[pid]++
	}
	if len(pids) != 3 {
		t.Errorf("got %v, want seven inputs done by three workers", pids)
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
		{"long", patient, extract.ErrInternal},
		{"recurse", patient, extract.ErrInternal},
		{"hang", 800 * time.Millisecond, extract.ErrStuck},
	} {
		p := newPool(t, Settings{Stall: c.stall})
		if _, err := try(p, c.in); kind(err) != c.want {
			t.Errorf("%s: got %v, want %s", c.in, err, c.want)
		}
		if got, err := try(p, "next"); err != nil || got != "next" {
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
		{"recurse", "exit status 2", "internal/worker/worker_test.go:"},
		{"surprise", "no reader gives such", ""},
	} {
		_, err := try(newPool(t, Settings{}), c.in)
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
	_, err := try(newPool(t, Settings{}), "killed")
	if kind(err) != extract.ErrStuck || !strings.Contains(err.Error(), "memory") {
		t.Errorf("got %v", err)
	}
}

func TestLimits(t *testing.T) {
	p := newPool(t, Settings{Total: 600 * time.Millisecond})
	if _, err := try(p, "slow"); kind(err) != extract.ErrStuck {
		t.Errorf("slow, 0.6 s in all: got %v", err)
	}
	if _, err := try(p, "pages"); err != nil {
		t.Errorf("pages read from pictures, 0.6 s and more for each: got %v", err)
	}
	p = newPool(t, Settings{Stall: 900 * time.Millisecond}) // it takes 1.25 s in all
	if _, err := try(p, "slow"); err != nil {
		t.Errorf("slow, but getting on: got %v", err)
	}
	if runtime.GOOS != "linux" {
		return
	}
	p = newPool(t, Settings{Memory: 120 << 20})
	if _, err := try(p, "eat"); kind(err) != extract.ErrStuck || !strings.Contains(err.Error(), "120 MB") {
		t.Errorf("eat: got %v", err)
	}
}

func TestCrashIsTriedOnceMore(t *testing.T) {
	p := newPool(t, Settings{})
	if _, err := try(p, "once "+t.TempDir()+"/mark"); err != nil {
		t.Errorf("got %v, want the second try to do it", err)
	}
}

// What workers keep between them may be the cause of a crash: it is forgotten, once.
func TestCrashed(t *testing.T) {
	crashed := 0
	p := newPool(t, Settings{Crashed: func() { crashed++ }})
	for _, tt := range []struct {
		in   string
		want int
	}{{"once ", 0}, {"kept ", 1}, {"kept ", 1}} {
		if _, err := try(p, tt.in+t.TempDir()+"/mark"); err != nil || crashed != tt.want {
			t.Errorf("%s: got %v, said %d times, want %d before the second try", tt.in, err, crashed, tt.want)
		}
	}
}

func TestTogether(t *testing.T) {
	p := newPool(t, Settings{})
	var wg sync.WaitGroup
	for range 4 {
		wg.Go(func() {
			for _, in := range []string{"a", "crash", "b"} {
				got, err := try(p, in)
				if in != "crash" && (err != nil || got != in) {
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
	if _, err := try(p, "prepare"); err != nil || said != 1 {
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
			if _, err := p.Do(Job{Name: "act", Data: in, Prepares: true}); err != nil {
				t.Error(err)
			}
		})
	}
	wg.Wait()
}

func TestNoProgram(t *testing.T) {
	p := NewPool(Settings{Path: "/no/such/program", Name: "x"})
	if _, err := try(p, ""); kind(err) != extract.ErrInternal {
		t.Errorf("got %v", err)
	}
}
