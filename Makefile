# make check is what CI runs. Nothing is needed but Go; the linter is fetched as a Go module.
GO ?= go
LINT = github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0

.PHONY: check test vet fmt lint bench samples golden fuzz scoreboard mutants

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

# Prints forms with every producer that is installed, reads them, counts what is right (docs/scoreboard.md).
scoreboard:
	$(GO) run ./tools/eval/scoreboard

# Changes the code at random and lists what no test notices (tools/mutants). SEED=2 N=200 PKG=./score/checks/... for others.
SEED ?= 1
N ?= 60
PKG ?= ./extract/grid/...,./normalize/...,./score/checks/...
mutants:
	$(GO) run ./tools/mutants -seed $(SEED) -n $(N) -pkg $(PKG)
