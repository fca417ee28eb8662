;;; check.el --- What the Emacs scripts share  -*- lexical-binding: t; -*-
;; SPDX-License-Identifier: MIT

;;; Code:

(require 'cl-lib)
(when (< emacs-major-version 29)
  (let ((default-directory "/usr/share/emacs/site-lisp/elpa"))
    (normal-top-level-add-subdirs-to-load-path)))

(defvar check-client (intern (or (getenv "INKLING_CLIENT") "eglot")))
(require check-client)
(require 'flymake)
(require 'inkling)
(setq inkling-client check-client
      eglot-sync-connect 10
      eglot-confirm-server-initiated-edits nil
      eglot-autoreconnect t
      inhibit-message nil)
(defvar lsp-session-file)
(defvar lsp-guess-root-without-session)
(defvar lsp-auto-guess-root)
(defvar lsp-diagnostics-provider)
(defvar lsp-enable-file-watchers)
(defvar lsp-enable-snippet)
(defvar lsp-headerline-breadcrumb-enable)
(defvar lsp-modeline-code-actions-enable)
(defvar lsp-modeline-diagnostics-enable)
(defvar lsp-modeline-workspace-status-enable)
(defvar lsp-lens-enable)
(when (eq check-client 'lsp-mode)
  (setq lsp-session-file (expand-file-name "session" (getenv "INKLING_TEST"))
        lsp-guess-root-without-session t
        lsp-auto-guess-root t
        lsp-diagnostics-provider :flymake
        lsp-enable-file-watchers nil
        ;; Shown by other packages, whose autoloads -Q leaves out.
        lsp-enable-snippet nil
        lsp-headerline-breadcrumb-enable nil
        lsp-modeline-code-actions-enable nil
        lsp-modeline-diagnostics-enable nil
        lsp-modeline-workspace-status-enable nil
        lsp-lens-enable nil)
  (require 'lsp-diagnostics))
(setq last-nonmenu-event ?a) ; a menu that asks is answered by keyboard

(defun check-note (line)
  "Write LINE down as a result."
  (write-region (concat (replace-regexp-in-string "\n" " " line) "\n")
                nil (getenv "RESULTS") t 'quiet))

(defun check (what good &optional why)
  "Note that WHAT is as it should be if GOOD, else WHY not."
  (check-note (if good (concat "ok " what) (format "not ok %s: %S" what why))))

(defun check-soon (what fn &optional why)
  "Note WHAT as good once FN returns non-nil, eight seconds at most.
Call WHY for the reason otherwise."
  (let ((tries 0) good)
    (while (and (not (setq good (funcall fn))) (< tries 160))
      ;; What a server's end throws here, the command loop would show.
      (ignore-errors (accept-process-output nil 0.05))
      (setq tries (1+ tries)))
    (check what good (and why (not good) (funcall why)))))

(defun check-rest (seconds)
  "Let SECONDS pass while processes talk."
  (let ((end (+ (float-time) seconds)))
    (while (< (float-time) end)
      (ignore-errors (accept-process-output nil 0.05)))))

(defun check-messages ()
  "Return what the echo area has shown."
  (with-current-buffer (messages-buffer) (buffer-string)))

(defun check-count (words text)
  "Return how often WORDS stands in TEXT."
  (1- (length (split-string text (regexp-quote words)))))

(defmacro check-run (&rest body)
  "Run BODY; an error is a result like any other."
  `(condition-case problem (progn ,@body)
     (error (check "the script ran through" nil problem))))

(defun check-hints ()
  "Return the diagnostics of this buffer as (LINE . TEXT)."
  (flymake-start)
  (mapcar (lambda (d)
            (cons (line-number-at-pos (flymake-diagnostic-beg d))
                  (flymake-diagnostic-text d)))
          (flymake-diagnostics)))

(provide 'check)
;;; check.el ends here
