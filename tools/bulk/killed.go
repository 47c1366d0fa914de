package main

import (
	"crypto/sha256"
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"time"
)

// killed runs the program over a folder undisturbed, then again into another folder, killed
// so many times at random moments, and says which files differ in the end: the account but
// for its times, outputs and summary to the byte. Then it repeats the finished run, and
// starts a second run into the folder of one that works.
func killed(program, in string, kills int, args []string) error {
	tmp, err := os.MkdirTemp("", "killed-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	whole, out := filepath.Join(tmp, "whole"), filepath.Join(tmp, "out")
	run := func(dir string) *exec.Cmd {
		cmd := exec.Command(program, append([]string{"convert", in, "-o", dir, "--quiet"}, args...)...)
		cmd.Stdout, cmd.Stderr = nil, nil
		return cmd
	}
	finished := func(dir string) (time.Duration, error) {
		begun := time.Now()
		cmd := run(dir)
		err := cmd.Run()
		if code := cmd.ProcessState.ExitCode(); code == 3 || code == 1 { // some inputs fail, or have findings
			err = nil
		}
		return time.Since(begun), err
	}
	long, err := finished(whole)
	if err != nil {
		return err
	}
	want, err := sums(whole)
	if err != nil {
		return err
	}
	fmt.Printf("undisturbed: %v, %d files\n", long.Round(time.Second/100), len(want))
	hit := 0
	for range kills {
		cmd := run(out)
		if err := cmd.Start(); err != nil {
			return err
		}
		time.Sleep(time.Duration(rand.Int64N(int64(long) * 2 / int64(kills))))
		_ = cmd.Process.Kill()
		if cmd.Wait() != nil && cmd.ProcessState.ExitCode() == -1 {
			hit++
		}
	}
	rest, err := finished(out)
	if err != nil {
		return err
	}
	got, err := sums(out)
	if err != nil {
		return err
	}
	differ := unlike(want, got)
	fmt.Printf("killed %d times, then finished in %v: %d files, %d differ %v\n", hit, rest.Round(time.Second/100), len(got), len(differ), differ)
	again, err := finished(out)
	if err != nil {
		return err
	}
	fmt.Printf("again, with nothing to do: %v, %.3f of the whole run\n", again.Round(time.Second/100), again.Seconds()/long.Seconds())
	both := filepath.Join(tmp, "both")
	first := run(both)
	if err := first.Start(); err != nil {
		return err
	}
	for deadline := time.Now().Add(time.Minute); time.Now().Before(deadline); time.Sleep(5 * time.Millisecond) {
		if _, err := os.Stat(filepath.Join(both, ".ziping-lock")); err == nil {
			break
		}
	}
	second := run(both)
	begun := time.Now()
	_ = second.Run() // how it ended is told by its code
	took := time.Since(begun)
	_ = first.Wait()
	got, err = sums(both)
	if err != nil {
		return err
	}
	wrong := unlike(want, got)
	fmt.Printf("a second run at the same time: exit %d after %v; the first: exit %d, %d files, %d differ\n",
		second.ProcessState.ExitCode(), took.Round(time.Second/100), first.ProcessState.ExitCode(), len(got), len(wrong))
	if len(differ)+len(wrong) > 0 || second.ProcessState.ExitCode() != 2 {
		return fmt.Errorf("not as promised")
	}
	return nil
}

// unlike names the files that are not the same, or stand on one side only.
func unlike(want, got map[string][32]byte) (out []string) {
	for name, sum := range want {
		if got[name] != sum {
			out = append(out, name)
		}
	}
	for name := range got {
		if _, ok := want[name]; !ok {
			out = append(out, "+"+name)
		}
	}
	return out
}

// times are what an account tells of the clock.
var times = regexp.MustCompile(`"ms":\d+`)

// sums are the contents of all files below a folder, the account without its times.
func sums(dir string) (map[string][32]byte, error) {
	out := map[string][32]byte{}
	err := filepath.WalkDir(dir, func(name string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		data, err := os.ReadFile(name)
		if strings.HasSuffix(name, "run.ndjson") {
			data = times.ReplaceAll(data, nil)
		}
		rel, _ := filepath.Rel(dir, name) // it is below
		out[rel] = sha256.Sum256(data)
		return err
	})
	return out, err
}
