package main

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"
)

// command is ziping with these arguments, in English.
func command(args ...string) *exec.Cmd {
	cmd := exec.Command("ziping", args...)
	cmd.Env = append(os.Environ(), "LANG=en")
	return cmd
}

// forms writes n small forms, no two the same, a fifth of them in folders.
func forms(t *testing.T, dir string, n int) {
	t.Helper()
	for i := range n {
		name := filepath.Join(dir, fmt.Sprintf("%03d.txt", i))
		if i%5 == 0 {
			name = filepath.Join(dir, fmt.Sprintf("d%d", i%3), fmt.Sprintf("%03d.txt", i))
		}
		text := fmt.Sprintf("项目支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t培训人数\t≥%d人\t120人\t100\t100\n", i+1)
		if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(name, []byte(text), 0o666); err != nil {
			t.Fatal(err)
		}
	}
}

var times = regexp.MustCompile(`"ms":\d+`)

// filesOf reads all files under a folder; the times of an account are taken out.
func filesOf(dir string) (map[string]string, error) {
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
	return out, err
}

func tree(t *testing.T, dir string) map[string]string {
	t.Helper()
	out, err := filesOf(dir)
	if err != nil {
		t.Fatal(err)
	}
	return out
}

// differ names the files in which two folders differ.
func differ(a, b map[string]string) []string {
	var out []string
	for name := range a {
		if other, ok := b[name]; !ok || other != a[name] {
			out = append(out, name)
		}
	}
	for name := range b {
		if _, ok := a[name]; !ok {
			out = append(out, "+"+name)
		}
	}
	return out
}

// A run that is killed at any moment is finished by the same command, and then
// every file is as if nothing had happened.
func TestKilled(t *testing.T) {
	dir := t.TempDir()
	in := filepath.Join(dir, "in")
	const files = 24
	forms(t, in, files)
	whole := filepath.Join(dir, "whole")
	if out, err := command("convert", in, "-o", whole, "--to", "json,docx").CombinedOutput(); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
	want := tree(t, whole)
	for round := range 8 {
		out := filepath.Join(dir, fmt.Sprint("out", round))
		kills := 0
		for try := range 3 {
			// The last lines come before the summary is written and the account put in order.
			after := min(files, 1+rand.IntN(files+15))
			cmd := command("convert", in, "-o", out, "--to", "json,docx", "--json")
			stdout, err := cmd.StdoutPipe()
			if err != nil {
				t.Fatal(err)
			}
			if err := cmd.Start(); err != nil {
				t.Fatal(err)
			}
			lines := bufio.NewScanner(stdout)
			for ended := 0; ended < after && lines.Scan(); ended++ {
			}
			time.Sleep(time.Duration(rand.IntN(3000*(try+1))) * time.Microsecond)
			_ = cmd.Process.Kill()
			_, _ = io.Copy(io.Discard, stdout)
			if cmd.Wait() != nil {
				kills++
			}
		}
		said, err := command("convert", in, "-o", out, "--to", "json,docx").CombinedOutput()
		if err != nil {
			t.Fatalf("%v: %s", err, said)
		}
		if d := differ(want, tree(t, out)); len(d) > 0 {
			t.Errorf("after %d kills: %v are not as in an undisturbed run; %s", kills, d, said)
		}
	}
}

// A second run into a folder ends at once and names the first, which goes on.
func TestOneRunAFolder(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in"), filepath.Join(dir, "out")
	forms(t, in, 3)
	first := command("convert", "-", in, "-o", out)
	stdin, err := first.StdinPipe() // it waits for standard input, and holds the folder
	if err != nil {
		t.Fatal(err)
	}
	var said bytes.Buffer
	first.Stderr = &said
	if err := first.Start(); err != nil {
		t.Fatal(err)
	}
	lock := filepath.Join(out, ".ziping-lock")
	for deadline := time.Now().Add(time.Minute); ; time.Sleep(10 * time.Millisecond) {
		if info, err := os.Stat(lock); err == nil && info.Size() > 0 {
			break
		}
		if time.Now().After(deadline) {
			t.Fatalf("no lock appears; %s", &said)
		}
	}
	for _, lang := range []string{"en", "zh"} {
		second := command("convert", in, "-o", out, "--lang", lang)
		text, _ := second.CombinedOutput()
		if got := second.ProcessState.ExitCode(); got != exitUsage || !strings.Contains(string(text), fmt.Sprint(first.Process.Pid)) {
			t.Errorf("second run: exit status %d, %s; want 2 and the process %d named", got, text, first.Process.Pid)
		}
	}
	_, _ = io.WriteString(stdin, "项目支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t培训人数\t≥1人\t120人\t100\t100\n")
	_ = stdin.Close()
	if err := first.Wait(); err != nil {
		t.Fatalf("first run: %v; %s", err, &said)
	}
	if _, err := os.Stat(lock); err == nil {
		t.Error("the lock is left behind")
	}
	if got := tree(t, out); len(got) != 4*3+2 {
		t.Errorf("got %d files, want 14", len(got))
	}
}
