package main

import (
	"os"
	"unsafe"

	"golang.org/x/sys/windows"
	"golang.org/x/term"
)

// processesOfConsole fills a list with the processes of this console and says how many
// there are, also where the list is too short for them.
var processesOfConsole = windows.NewLazySystemDLL("kernel32.dll").NewProc("GetConsoleProcessList")

const utf8Page = 65001

// openConsole has the console take UTF-8, and escape sequences where it can: before
// Windows 10 none does, and where output goes to a file there is none to ask.
func openConsole() console {
	page, err := windows.GetConsoleOutputCP()
	pageSet := err == nil && page != utf8Page && windows.SetConsoleOutputCP(utf8Page) == nil
	c := console{key: waitForKey, show: showFile}
	var undo []func()
	for _, f := range []*os.File{os.Stdout, os.Stderr} {
		h := windows.Handle(f.Fd())
		var mode uint32
		if windows.GetConsoleMode(h, &mode) != nil {
			continue
		}
		if mode&windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING != 0 {
			c.escapes = true
			continue
		}
		if windows.SetConsoleMode(h, mode|windows.ENABLE_VIRTUAL_TERMINAL_PROCESSING) == nil {
			c.escapes = true
			undo = append(undo, func() { _ = windows.SetConsoleMode(h, mode) })
		}
	}
	c.own = ownConsole()
	c.restore = func() {
		for _, u := range undo {
			u()
		}
		if pageSet {
			_ = windows.SetConsoleOutputCP(page)
		}
	}
	return c
}

// ownConsole reports that no other process shares this console: no shell waits in it.
func ownConsole() bool {
	if processesOfConsole.Find() != nil {
		return false
	}
	var list [2]uint32
	n, _, _ := processesOfConsole.Call(uintptr(unsafe.Pointer(&list[0])), uintptr(len(list)))
	return n == 1
}

// waitForKey waits for any key, or for Enter where the console knows lines only.
func waitForKey() {
	fd := int(os.Stdin.Fd())
	if state, err := term.MakeRaw(fd); err == nil {
		defer func() { _ = term.Restore(fd, state) }()
	}
	_, _ = os.Stdin.Read(make([]byte, 1))
}

func showFile(file string) error {
	name, err := windows.UTF16PtrFromString(file)
	if err != nil {
		return err
	}
	return windows.ShellExecute(0, nil, name, nil, nil, windows.SW_SHOWNORMAL)
}
