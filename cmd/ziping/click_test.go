package main

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// clickedApp is a program in a console of its own, at which someone sits.
func clickedApp(out, problems *bytes.Buffer) (a *app, keys *int, opened *[]string) {
	keys, opened = new(int), new([]string)
	c := console{own: true, key: func() { *keys++ }, restore: func() {}}
	c.show = func(file string) error { *opened = append(*opened, file); return nil }
	return &app{
		stdin: strings.NewReader(""), stdout: out, stderr: problems, stdinTTY: true, getenv: func(string) string { return "" },
		width: func() int { return 0 }, openConsole: func() console { return c },
	}, keys, opened
}

// A folder dropped on the program is converted beside itself; the summary is opened, and
// the window stays until a key is pressed.
func TestDroppedFolder(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "自评表")
	form := "项目支出绩效自评表\n一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\n产出指标\t数量指标\t培训人数\t≥100人\t120人\t100\t100\n"
	if err := errors.Join(os.Mkdir(dir, 0o777), os.WriteFile(filepath.Join(dir, "a.txt"), []byte(form), 0o666)); err != nil {
		t.Fatal(err)
	}
	var out, problems bytes.Buffer
	a, keys, opened := clickedApp(&out, &problems)
	if got := a.run([]string{dir}); got != exitOK {
		t.Fatalf("exit status %d: %s%s", got, out.String(), problems.String())
	}
	summary := filepath.Join(dir+"_核对结果", "summary.xlsx")
	if len(*opened) != 1 || (*opened)[0] != summary || *keys != 1 {
		t.Errorf("opened %q, waited for %d keys", *opened, *keys)
	}
	for _, want := range []string{"→ " + dir + "_核对结果", "已打开 " + summary, "按任意键关闭窗口"} {
		if !strings.Contains(problems.String(), want) {
			t.Errorf("%q is not said:\n%s", want, problems.String())
		}
	}
	if !strings.Contains(out.String(), "完成 1") {
		t.Errorf("got %q", out.String())
	}
}

// Where the summary cannot be opened it is named.
func TestDroppedFolderNamesTheSummary(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte("没有表"), 0o666); err != nil {
		t.Fatal(err)
	}
	var out, problems bytes.Buffer
	a, keys, _ := clickedApp(&out, &problems)
	open := a.openConsole
	a.openConsole = func() console {
		c := open()
		c.show = func(string) error { return errors.New("no program for it") }
		return c
	}
	if got := a.run([]string{file}); got != exitAllFailed || *keys != 1 {
		t.Errorf("exit status %d, %d keys", got, *keys)
	}
	if !strings.Contains(out.String(), "请先打开 "+filepath.Join(file+"_核对结果", "summary.xlsx")) || strings.Contains(problems.String(), "已打开") || !strings.Contains(problems.String(), "not-a-form") {
		t.Errorf("got %s%s", out.String(), problems.String())
	}
}

// A double click alone says what to do, and waits.
func TestDoubleClick(t *testing.T) {
	var out, problems bytes.Buffer
	a, keys, opened := clickedApp(&out, &problems)
	if got := a.run(nil); got != exitOK || *keys != 1 || len(*opened) != 0 {
		t.Errorf("exit status %d, %d keys, opened %q", got, *keys, *opened)
	}
	if !strings.Contains(problems.String(), "拖到 ziping 的图标上") {
		t.Errorf("got %s", problems.String())
	}
}

// What a script starts never waits for a key: not with a command or a flag, not where
// nobody sits, not in a shell's console.
func TestScriptsNeverWait(t *testing.T) {
	file := filepath.Join(t.TempDir(), "a.txt")
	if err := os.WriteFile(file, []byte("没有表"), 0o666); err != nil {
		t.Fatal(err)
	}
	for _, tt := range []struct {
		name       string
		args       []string
		own, stdin bool
	}{
		{"a command", []string{"check", file}, true, true},
		{"a flag", []string{file, "--quiet"}, true, true},
		{"a path that is not there", []string{file + "x"}, true, true},
		{"no one there", []string{file}, true, false},
		{"a shell", []string{file}, false, true},
		{"a shell, no arguments", nil, false, true},
	} {
		var out, problems bytes.Buffer
		a, keys, _ := clickedApp(&out, &problems)
		open := a.openConsole
		a.openConsole = func() console { c := open(); c.own = tt.own; return c }
		a.stdinTTY = tt.stdin
		a.run(tt.args)
		if *keys != 0 {
			t.Errorf("%s: waited for a key", tt.name)
		}
	}
}
