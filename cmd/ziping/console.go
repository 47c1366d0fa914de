package main

// console is the window a program runs in, as far as it matters here.
type console struct {
	escapes bool                    // it understands escape sequences
	own     bool                    // it was opened for this program alone and closes with it, as after a double click
	key     func()                  // waits for a key
	show    func(file string) error // opens a file as a double click does; nil where there is no such thing
	restore func()                  // leaves the window as it was found
}
