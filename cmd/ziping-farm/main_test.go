package main

import (
	"bytes"
	"context"
	"crypto/sha256"
	"flag"
	"fmt"
	"io/fs"
	"log"
	"net"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"sync"
	"testing"
	"time"

	"ziping/internal/farm/collect"
	"ziping/internal/farm/queue"
)

// asProgram makes the test binary ziping-farm itself, so that its parts can be processes
// that are killed.
const asProgram = "ZIPING_FARM_IS_THE_PROGRAM"

// zipingPath is the ziping that the tests use, built from this module.
var zipingPath string

func TestMain(m *testing.M) {
	if os.Getenv(asProgram) != "" {
		debug.SetGCPercent(gcPercent)
		a := newApp()
		a.later = 200 * time.Millisecond
		a.patience = collect.Patience{Forsaken: time.Second, Ask: 50 * time.Millisecond}
		os.Exit(a.run(os.Args[1:]))
	}
	dir, err := os.MkdirTemp("", "ziping-farm-")
	if err != nil {
		log.Fatal(err)
	}
	zipingPath = filepath.Join(dir, "ziping")
	if runtime.GOOS == "windows" {
		zipingPath += ".exe"
	}
	if out, err := exec.Command("go", "build", "-ldflags=-s -w", "-o", zipingPath, "ziping/cmd/ziping").CombinedOutput(); err != nil {
		log.Fatalf("ziping cannot be built: %v\n%s", err, out)
	}
	// most of them wait for servers and workers
	if err := flag.Set("test.parallel", strconv.Itoa(3*runtime.GOMAXPROCS(0))); err != nil {
		log.Fatal(err)
	}
	code := m.Run()
	_ = os.RemoveAll(dir)
	os.Exit(code)
}

// command is ziping-farm with these arguments, in English.
func command(args ...string) *exec.Cmd {
	self, err := os.Executable()
	if err != nil {
		log.Fatal(err)
	}
	if !slices.Contains(args, "--ziping") {
		args = append(args, "--ziping", zipingPath)
	}
	cmd := exec.Command(self, args...)
	cmd.Env = append(os.Environ(), asProgram+"=1", "LANG=en", "ZIPING_LANG=", "ZIPING_FARM_NATS=", "ZIPING_RULES=", "AWS_ACCESS_KEY_ID=known", "AWS_SECRET_ACCESS_KEY=secret")
	return cmd
}

// process is a ziping-farm that runs beside the test.
type process struct {
	*exec.Cmd
	said *said
}

// said is what a process says, to be read while it runs.
type said struct {
	mu  sync.Mutex
	buf bytes.Buffer
}

func (s *said) Write(p []byte) (int, error) {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.Write(p)
}

func (s *said) String() string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return s.buf.String()
}

func start(t *testing.T, args ...string) *process {
	t.Helper()
	p := &process{command(args...), new(said)}
	p.Stdout, p.Stderr = p.said, p.said
	if err := p.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(p.kill)
	return p
}

// kill ends a process as a power cut does; one that has ended is left alone.
func (p *process) kill() {
	if p.ProcessState == nil {
		_ = p.Process.Kill()
		_ = p.Wait()
	}
}

// run runs ziping-farm to its end, which must be with this status.
func run(t *testing.T, status int, args ...string) string {
	t.Helper()
	return runIn(t, "", status, args...)
}

// runIn runs it in another folder.
func runIn(t *testing.T, dir string, status int, args ...string) string {
	t.Helper()
	cmd := command(args...)
	cmd.Dir = dir
	out, _ := cmd.CombinedOutput()
	if got := cmd.ProcessState.ExitCode(); got != status {
		t.Fatalf("ziping-farm %s: exit status %d, want %d: %s", strings.Join(args, " "), got, status, out)
	}
	return string(out)
}

// address is a place on this machine where nothing listens.
func address(t *testing.T) string {
	t.Helper()
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer l.Close()
	return l.Addr().String()
}

// oneServer is a farm of one server.
func oneServer(t *testing.T) (url string) {
	t.Helper()
	at := address(t)
	start(t, "serve", "--listen", at, "--data", t.TempDir())
	url = "nats://" + at
	dial(t, url, "main").Close()
	return url
}

// dial connects as soon as there is a server.
func dial(t *testing.T, url, tenant string) *queue.Queue {
	t.Helper()
	var q *queue.Queue
	until(t, "a server answers at "+url, func() (err error) {
		q, err = queue.Dial(queue.Options{URL: url, Tenant: tenant})
		return err
	})
	return q
}

// until waits for something that will happen; a test that waits for ever has failed.
func until(t *testing.T, what string, happens func() error) {
	t.Helper()
	var err error
	for deadline := time.Now().Add(2 * time.Minute); time.Now().Before(deadline); time.Sleep(15 * time.Millisecond) {
		if err = happens(); err == nil {
			return
		}
	}
	t.Fatalf("waited in vain until %s: %v", what, err)
}

// results counts the results of a job.
func results(q *queue.Queue, job string, at, most int) func() error {
	return func() error {
		c, err := q.Count(context.Background(), job)
		if err == nil && (c.Done < at || c.Done > most) {
			err = fmt.Errorf("%d results", c.Done)
		}
		return err
	}
}

// forms writes n small inputs, no two the same, but for one: forms, a letter, a torn file.
func forms(t *testing.T, dir string, n int) {
	t.Helper()
	put := func(name, text string) {
		t.Helper()
		name = filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	form := func(i int) string {
		return fmt.Sprintf("项目支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t培训人数\t≥%d人\t120人\t100\t100\n", i+1)
	}
	for i := range n - 4 {
		put(fmt.Sprintf("d%d/%03d.txt", i%3, i), form(i))
	}
	put("again/000.txt", form(0)) // a content and a name that are there already
	put("other.txt", form(0))     // a content that is there under another name
	put("letter.txt", "此件无表。\n")
	put("torn.xlsx", "PK\x03\x04 cut off")
}

// long writes an input that is too long for a message, as is what is made of it, however
// packed.
func long(t *testing.T, dir string) {
	t.Helper()
	text, err := os.ReadFile(filepath.Join(dir, "other.txt"))
	if err != nil {
		t.Fatal(err)
	}
	for i := range 900 {
		text = fmt.Appendf(text, "备注\t第%d条", i)
		for k := range 10 {
			text = fmt.Appendf(text, "%x", sha256.Sum256([]byte{byte(i), byte(i >> 8), byte(k)}))
		}
		text = append(text, '\n')
	}
	if err := os.WriteFile(filepath.Join(dir, "long.txt"), text, 0o666); err != nil {
		t.Fatal(err)
	}
}

// single is what ziping convert makes of a folder.
func single(t *testing.T, in string, flags ...string) map[string]string {
	t.Helper()
	return singleIn(t, "", in, flags...)
}

// singleIn is what it makes of a folder as named from another.
func singleIn(t *testing.T, dir, in string, flags ...string) map[string]string {
	t.Helper()
	out := filepath.Join(t.TempDir(), "single")
	cmd := exec.Command(zipingPath, append([]string{"convert", in, "-o", out, "--lang", "en"}, flags...)...)
	cmd.Dir = dir
	said, _ := cmd.CombinedOutput()
	files := tree(t, out)
	if len(files) < 5 {
		t.Fatalf("ziping convert made %d files: %s", len(files), said)
	}
	return files
}

var times = regexp.MustCompile(`"ms":\d+`)

// tree reads all files under a folder; the times of an account are taken out.
func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out := map[string]string{}
	err := filepath.WalkDir(dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(path)
		rel, _ := filepath.Rel(dir, path)
		if rel == "run.ndjson" {
			data = times.ReplaceAll(data, nil)
		}
		out[filepath.ToSlash(rel)] = string(data)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// same holds a folder to what one machine makes.
func same(t *testing.T, want map[string]string, dir string) {
	t.Helper()
	got := tree(t, dir)
	for name, text := range want {
		switch other, ok := got[name]; {
		case !ok:
			t.Errorf("%s is missing", name)
		case other != text:
			t.Errorf("%s is not as one machine makes it", name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is there, and one machine does not make it", name)
		}
	}
}
