# make check is what CI runs. Nothing is needed but Go; the linter is fetched as a Go module.
GO ?= go
LINT = github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: check test vet fmt lint bench samples golden fuzz scoreboard eval

check: fmt vet test

fmt:
	@out=$$(gofmt -l $$(git ls-files '*.go')); if [ -n "$$out" ]; then echo "gofmt wanted:"; echo "$$out"; exit 1; fi

vet:
	$(GO) vet ./...

test:
	$(GO) test ./...

lint:
	$(GO) run $(LINT) run

bench:
	$(GO) test -run '^$$' -bench . -benchmem ./...

samples:
	$(GO) run ./cmd/ziping convert samples -o out

golden:
	$(GO) test ./... -update

fuzz:
	$(GO) test -run '^$$' -fuzz FuzzRead -fuzztime 60s ./extract/tabin
	$(GO) test -run '^$$' -fuzz FuzzReadPrefix -fuzztime 30s ./text/num

# The larger parts of the tests that print forms: every look, more slips, more pages.
eval:
	$(GO) test ./tools/eval -all
	$(GO) test ./tools/eval/slips -slips 3
	$(GO) test ./tools/eval/breaks -v -breaks 4

# Prints forms with every producer that is installed, reads them, counts what is right (docs/scoreboard.md).
scoreboard:
	$(GO) run ./tools/eval/scoreboard
