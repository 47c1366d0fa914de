package main

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// archive is what is packed together for a system.
type archive struct {
	name     string
	programs []string
	// belongings are its files besides them.
	belongings func(system string, id identity, pages []file) ([]file, error)
}

// archives are those of a release: the program with what it calls from beside itself, and
// apart from them, as few need it and it is large, the one for many machines.
var archives = []archive{
	{"ziping", []string{"ziping", "ziping-data"}, belongings},
	{"ziping-farm", []string{"ziping-farm"}, farmBelongings},
}

// build builds a program for a system ("" is this one) and returns the file.
func build(program, target, scratch string) (string, error) {
	env := append(os.Environ(), "CGO_ENABLED=0", "GOFLAGS=", "GOAMD64=v1")
	name := program + "-here"
	if target != "" {
		system, machine, ok := strings.Cut(target, "/")
		if !ok {
			return "", fmt.Errorf("%q is not a system and a machine", target)
		}
		env = append(env, "GOOS="+system, "GOARCH="+machine)
		name = program + "-" + strings.ReplaceAll(target, "/", "-")
	}
	file := filepath.Join(scratch, name)
	cmd := exec.Command("go", "build", "-trimpath", "-buildvcs=auto", "-ldflags=-s -w", "-o", file, "./cmd/"+program)
	cmd.Env, cmd.Stderr = env, os.Stderr
	return file, cmd.Run()
}

// output is what a program prints.
func output(program string, args ...string) ([]byte, error) {
	cmd := exec.Command(program, args...)
	cmd.Stderr = os.Stderr
	return cmd.Output()
}
