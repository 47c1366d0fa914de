package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"log"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"

	"ziping/docs/schema"
	"ziping/extract"
	"ziping/extract/pdfin"
	"ziping/internal/ready"
	"ziping/render/screen"
)

func TestMain(m *testing.M) {
	commands := map[string]func(){"ziping": main, "faulty": faulty, dataProgram: otherProgram}
	name := strings.TrimSuffix(filepath.Base(os.Args[0]), ".exe")
	if commands[name] == nil && len(os.Args) == 2 && os.Args[1] == workerCommand { // the tests are their own worker, whatever they are called
		main()
		return
	}
	// a script waits for the processes that it starts
	if err := flag.Set("test.parallel", strconv.Itoa(2*runtime.GOMAXPROCS(0))); err != nil {
		log.Fatal(err)
	}
	testscript.Main(m, commands)
}

// faulty is ziping with a reader that does what the name of its input says.
func faulty() {
	a := newApp()
	a.fault = func(name string) {
		word, _, _ := strings.Cut(name, ".")
		switch word {
		case "panic":
			panic("a \x1b[1mdefect")
		case "crash":
			os.Exit(7)
		case "beside": // what no fence catches
			go panic("a defect beside")
			time.Sleep(time.Minute)
		case "spin":
			for n := 0; n >= 0; n &= 0xff {
				n++
			}
		case "sleep":
			time.Sleep(time.Hour)
		case "eat":
			for all := [][]byte{}; ; all = append(all, bytes.Repeat([]byte{1}, 16<<20)) {
				runtime.KeepAlive(all)
			}
		case "recurse":
			fmt.Fprintln(io.Discard, deeper(0))
		case "killed":
			self, _ := os.FindProcess(os.Getpid())
			_ = self.Kill()
			time.Sleep(time.Minute)
		}
	}
	os.Exit(a.run(os.Args[1:]))
}

// otherProgram stands for ziping-data, which is not of this package: it prints how it
// was called.
func otherProgram() {
	fmt.Println("called with", strings.Join(os.Args[1:], " "))
	if strings.Contains(strings.Join(os.Args, " "), "fails") {
		os.Exit(exitAllFailed)
	}
}

// deeper has no end that a stack could hold.
func deeper(n int) int {
	if n < 0 {
		return 0
	}
	return 1 + deeper(n+1)
}

// The scripts are whole commands as users give them. Besides testscript's own
// there are
//
//	exits N ziping …        run it; it must end with just this status
//	schema NAME FILE…       every JSON value in the files keeps the schema
//	plain FILE…             nothing in the files could steer a terminal
//	bytes FILE ESCAPED      write a file from a Go string without its quotes
//	repeat FILE N ESCAPED   write it N times over
//	inputs FILE N           run.ndjson tells of N inputs
//	same DIR OTHER          two folders hold the same, but for the times in run.ndjson
//	begins FILE OTHER       FILE begins with all of OTHER
//	foreign FILE…           workbooks and PDFs that ziping wrote, as if another had
func TestScripts(t *testing.T) {
	samples, err := filepath.Abs("../../samples")
	if err != nil {
		t.Fatal(err)
	}
	// No PDF, and no matter: what is wanted is that PDFium is compiled.
	engine := pdfin.New(pdfin.Settings{Cache: ready.Folder()})
	_, _ = engine.Read([]byte("%PDF-1.4\n%%EOF\n"), extract.Options{Limits: extract.DefaultLimits()})
	_ = engine.Close()
	testscript.Run(t, testscript.Params{
		Dir: "testdata/script",
		Setup: func(env *testscript.Env) error {
			env.Setenv("SAMPLES", samples)
			// One for each: what crashes there is forgotten.
			cache := filepath.Join(env.WorkDir, ".cache")
			if err := ready.Share(cache); err != nil {
				return err
			}
			env.Setenv("XDG_CACHE_HOME", cache)
			env.Setenv("SEED", filepath.Join(samples, "fuzhou-hrss-2023.txt"))
			env.Setenv("LANG", "zh_CN.UTF-8")
			return nil
		},
		Condition: func(what string) (bool, error) {
			if what != "ocr" {
				return false, fmt.Errorf("unknown condition %q", what)
			}
			return recognises, nil
		},
		Cmds: map[string]func(*testscript.TestScript, bool, []string){
			"exits": cmdExits, "schema": cmdSchema, "plain": cmdPlain, "bytes": cmdBytes, "repeat": cmdRepeat, "inputs": cmdInputs, "begins": cmdBegins, "same": cmdSame, "reports": cmdReports, "foreign": cmdForeign,
		},
	})
}

func cmdSame(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: same dir other")
	}
	a, errA := filesOf(ts.MkAbs(args[0]))
	b, errB := filesOf(ts.MkAbs(args[1]))
	ts.Check(errors.Join(errA, errB))
	if d := differ(a, b); len(d) > 0 {
		ts.Fatalf("%s and %s differ in %v", args[0], args[1], d)
	}
}

// cmdReports holds the reports of two results to be the same, whatever else they say.
func cmdReports(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: reports result.json other.json")
	}
	var all [2]struct{ Reports json.RawMessage }
	for i, name := range args {
		ts.Check(json.Unmarshal([]byte(ts.ReadFile(name)), &all[i]))
	}
	if a, b := all[0].Reports, all[1].Reports; len(a) < 1000 || !bytes.Equal(a, b) {
		ts.Fatalf("%s and %s hold reports of %d and %d bytes, want the same", args[0], args[1], len(a), len(b))
	}
}

func cmdBegins(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: begins file other")
	}
	if !strings.HasPrefix(ts.ReadFile(args[0]), ts.ReadFile(args[1])) {
		ts.Fatalf("%s does not begin as %s", args[0], args[1])
	}
}

func cmdExits(ts *testscript.TestScript, neg bool, args []string) {
	want, err := strconv.Atoi(args[0])
	if neg || err != nil || len(args) < 2 {
		ts.Fatalf("usage: exits N command [args]")
	}
	err = ts.Exec(args[1], args[2:]...)
	got := 0
	var exit *exec.ExitError
	switch {
	case errors.As(err, &exit):
		got = exit.ExitCode()
	case err != nil:
		ts.Fatalf("%v", err)
	}
	if got != want {
		ts.Fatalf("exit status: got %d, want %d", got, want)
	}
}

func cmdSchema(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) < 2 {
		ts.Fatalf("usage: schema NAME FILE...")
	}
	for _, file := range args[1:] {
		dec := json.NewDecoder(strings.NewReader(ts.ReadFile(file)))
		for n := 1; ; n++ {
			var raw json.RawMessage
			err := dec.Decode(&raw)
			if errors.Is(err, io.EOF) && n > 1 {
				break
			}
			if err == nil {
				err = schema.Validate(args[0], raw)
			}
			if err != nil {
				ts.Fatalf("%s: value %d: %v", file, n, err)
			}
		}
	}
}

func cmdPlain(ts *testscript.TestScript, neg bool, args []string) {
	for _, file := range args {
		for i, r := range ts.ReadFile(file) {
			if r != '\n' && r != '\t' && screen.Hidden(r) != neg {
				ts.Fatalf("%s: %U at byte %d", file, r, i)
			}
		}
	}
}

func cmdBytes(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: bytes FILE ESCAPED")
	}
	write(ts, args[0], args[1], 1)
}

func cmdRepeat(ts *testscript.TestScript, neg bool, args []string) {
	n, err := strconv.Atoi(args[1])
	if neg || err != nil || len(args) != 3 {
		ts.Fatalf("usage: repeat FILE N ESCAPED")
	}
	write(ts, args[0], args[2], n)
}

func write(ts *testscript.TestScript, file, escaped string, n int) {
	text, err := strconv.Unquote(`"` + escaped + `"`)
	ts.Check(err)
	name, err := strconv.Unquote(`"` + file + `"`)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(name), bytes.Repeat([]byte(text), n), 0o666))
}

func cmdInputs(ts *testscript.TestScript, neg bool, args []string) {
	got := fmt.Sprint(strings.Count(ts.ReadFile(args[0]), "\n"))
	if (got == args[1]) == neg {
		ts.Fatalf("inputs in %s: got %s, want %s", args[0], got, args[1])
	}
}
